// What the window does with what was typed when it closes, and with what comes while somebody presses.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Core } from '../src/backend/core';
import type { Answers, Intent, View } from '../src/backend/contract.gen';
import { session } from '../src/session.svelte';
import { view as viewOf } from './view';

vi.mock('../src/loading.svelte', () => ({ needs: () => null }));

const answers: Answers = { of: 'need', people: 'one', kind: null, signsAlone: null, connected: null };

let revision = 0;
let sent: string[] = [];
let tell: (view: View) => void = () => {};

/** The next view that comes. */
const view = (more: Partial<View> = {}): View => viewOf((revision += 1), more);

const backend: Core = {
  view: async () => view(),
  send: async (intent: Intent) => {
    sent.push(intent.intent.is);
    return view({ closing: intent.intent.is === 'answer' });
  },
  onView: async (show) => void (tell = show),
};

beforeEach(async () => {
  sent = [];
  session.release();
  await session.start(backend);
});

test('a window that closes first sends what was typed, and asks once', async () => {
  session.keep('case', () => answers);
  tell(view({ closing: true }));
  tell(view({ closing: true }));
  await vi.waitFor(() => expect(sent).toContain('closeWindow'));
  expect(sent).toEqual(['answer', 'closeWindow']);
});

test('it can be closed again after it was not', async () => {
  tell(view({ closing: true }));
  await vi.waitFor(() => expect(sent).toEqual(['closeWindow']));
  tell(view());
  tell(view({ closing: true }));
  await vi.waitFor(() => expect(sent).toEqual(['closeWindow', 'closeWindow']));
});

test('locking and going elsewhere send what was typed first', async () => {
  session.keep('case', () => answers);
  await session.send({ is: 'vault', intent: { is: 'lock' } });
  session.keep('case', () => answers);
  await session.send({ is: 'navigation', intent: { is: 'cases' } });
  expect(sent.filter((is) => is !== 'closeWindow')).toEqual(['answer', 'lock', 'answer', 'cases']);
});

test('nothing is drawn anew between a press and its end, and the newest is drawn then', () => {
  const before = session.view;
  session.press();
  const [older, newer] = [view({ problem: 'older' }), view({ problem: 'newer' })];
  tell(newer);
  tell(older);
  expect(session.view).toBe(before);
  session.release();
  expect(session.view).toEqual(newer);
  tell(older);
  expect(session.view).toEqual(newer);
});

test('cases that lock themselves first get what was typed, and are asked for once', async () => {
  session.keep('case', () => answers);
  tell(view({ locking: true }));
  tell(view({ locking: true }));
  await vi.waitFor(() => expect(sent).toContain('lock'));
  expect(sent.filter((is) => is !== 'closeWindow')).toEqual(['answer', 'lock']);
});

test('the core hears now and then of whoever only reads, and never while the cases are closed', () => {
  tell(view({ page: { is: 'help' } as View['page'] }));
  session.stay(1_000_000);
  session.stay(1_009_999);
  session.stay(1_010_000);
  // A clock that was set back.
  session.stay(5);
  expect(sent).toEqual(['stay', 'stay', 'stay']);
  tell(view({ page: { is: 'opening' } }));
  session.stay(2_000_000);
  expect(sent).toHaveLength(3);
});
