import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Core } from '../src/backend/core';
import type { Intent, View } from '../src/backend/contract.gen';
import { view } from './view';

/** What the views of a test still need before they can be shown. */
const pieces = vi.hoisted(() => ({ missing: null as Promise<unknown> | null }));
vi.mock('../src/loading.svelte', () => ({ needs: () => pieces.missing }));

type Session = typeof import('../src/session.svelte');

let window: Session;

/** A session that nobody has used: there is one for each window. */
beforeEach(async () => {
  vi.resetModules();
  pieces.missing = null;
  window = await import('../src/session.svelte');
});

/** A core that answers what it is told to, and can say something by itself. */
function core(first: View) {
  const sent: Intent[] = [];
  let tell: (view: View) => void = () => undefined;
  let answer: (intent: Intent) => Promise<View> = async () => first;
  const backend: Core = {
    view: async () => first,
    send: (intent) => {
      sent.push(intent);
      return answer(intent);
    },
    onView: async (show) => void (tell = show),
  };
  return { backend, sent, tell: (it: View) => tell(it), answers: (with_: typeof answer) => (answer = with_) };
}

describe('the session', () => {
  test('shows the newest view, whatever order they come in', async () => {
    const it = core(view(3));
    await window.session.start(it.backend);
    it.tell(view(5, { caseCount: 5 }));
    it.tell(view(4, { caseCount: 4 }));
    expect(window.session.view?.caseCount).toBe(5);
  });

  test('sends what was typed before it sends anything else', async () => {
    const it = core(view(1));
    await window.session.start(it.backend);
    window.session.keep('a', () => ({ of: 'board', members: [] }));
    expect(window.session.saving).toBe(true);
    await window.session.send({ is: 'vault', intent: { is: 'lock' } });
    expect(it.sent.map((intent) => intent.intent.is)).toEqual(['answer', 'lock']);
    expect(window.session.saving).toBe(false);
  });

  test('an answer with something wrong moves the focus, but not when the person only changed the language', async () => {
    const it = core(view(1));
    await window.session.start(it.backend);
    const wrong = view(2, { fieldProblems: [{ field: 'cvr', code: 'cvr-length', asked: null }] });
    it.answers(async () => wrong);
    await window.session.send({ is: 'settings', intent: { is: 'setLanguage', language: 'english' } });
    expect(window.session.errorCount).toBe(0);
    await window.session.send({ is: 'cases', intent: { is: 'begin' } });
    expect(window.session.errorCount).toBe(1);
    expect(window.problemAt('cvr')).toBe('cvr-length');
    expect(window.problemAt('role')).toBeUndefined();
  });

  test('says that the core is lost when it does not answer, and keeps what it showed', async () => {
    const it = core(view(1, { caseCount: 7 }));
    await window.session.start(it.backend);
    it.answers(() => Promise.reject(new Error('gone')));
    await window.session.send({ is: 'cases', intent: { is: 'begin' } });
    expect(window.session.lost).toBe(true);
    expect(window.session.view?.caseCount).toBe(7);
  });

  test('says so when the core is not there at the start', async () => {
    const it = core(view(1));
    await window.session.start({ ...it.backend, view: () => Promise.reject(new Error('gone')) });
    expect(window.session.lost).toBe(true);
  });

  test('a file that was written is told until the person goes elsewhere', async () => {
    const it = core(view(1));
    await window.session.start(it.backend);
    it.tell(view(2, { written: '/home/a.pdf' }));
    it.tell(view(3));
    expect(window.session.written).toBe('/home/a.pdf');
    it.tell(view(4, { page: { is: 'mailbox', mails: [] } }));
    expect(window.session.written).toBeNull();
  });

  test('shows no view before what it is drawn with is there, and then the newest', async () => {
    const it = core(view(1));
    await window.session.start(it.backend);
    let arrive = (): void => undefined;
    pieces.missing = new Promise<void>((there) => (arrive = there));
    it.tell(view(2, { caseCount: 2 }));
    it.tell(view(3, { caseCount: 3 }));
    expect(window.session.view?.revision).toBe(1);
    arrive();
    await vi.waitFor(() => expect(window.session.view?.caseCount).toBe(3));
  });

  test('a view that needs nothing is not held up by one that does', async () => {
    const it = core(view(1));
    await window.session.start(it.backend);
    let arrive = (): void => undefined;
    pieces.missing = new Promise<void>((there) => (arrive = there));
    it.tell(view(2));
    pieces.missing = null;
    it.tell(view(3, { caseCount: 3 }));
    expect(window.session.view?.caseCount).toBe(3);
    arrive();
    await Promise.resolve();
    expect(window.session.view?.caseCount).toBe(3);
  });

  test('says that it is lost when what a view is drawn with cannot be had', async () => {
    const it = core(view(1));
    await window.session.start(it.backend);
    pieces.missing = Promise.reject(new Error('gone'));
    it.tell(view(2));
    await vi.waitFor(() => expect(window.session.lost).toBe(true));
    expect(window.session.view?.revision).toBe(1);
  });

  test('a page of a case without its case is a fault, not an empty page', () => {
    expect(() => window.caseOf(view(1))).toThrow('help');
  });
});
