// Typing is kept in time, in order, and for the case it was typed in.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, LONGEST_WAIT, PAUSE } from '../src/autosave.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An autosave and what it has sent. */
function begun() {
  const sent: string[] = [];
  const autosave = new Autosave();
  const type = (text: string, what = 'case') => autosave.later(what, async () => void sent.push(text));
  return { autosave, sent, type };
}

test('what is typed is sent after a pause, once and as it is then', async () => {
  const { autosave, sent, type } = begun();
  type('M');
  type('Me');
  expect(autosave.busy).toBe(true);
  await vi.advanceTimersByTimeAsync(PAUSE - 1);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['Me']);
  expect(autosave.busy).toBe(false);
});

test('who types without a pause is saved after a second at the latest, and again in the next', async () => {
  const { sent, type } = begun();
  for (let key = 1; key <= 25; key += 1) {
    type(`${key}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent).toEqual([`${LONGEST_WAIT / 100}`, `${(2 * LONGEST_WAIT) / 100}`]);
});

test('what waits is sent at once when it is asked for, as before locking, closing and another page', async () => {
  const { autosave, sent, type } = begun();
  type('Mette');
  await autosave.now();
  expect(sent).toEqual(['Mette']);
  await vi.advanceTimersByTimeAsync(10 * LONGEST_WAIT);
  expect(sent).toEqual(['Mette']);
});

test('what was typed in another case goes first and is not replaced', async () => {
  const { sent, autosave, type } = begun();
  type('Mette', 'one');
  type('Palle', 'other');
  await autosave.now();
  expect(sent).toEqual(['Mette', 'Palle']);
  expect(autosave.busy).toBe(false);
});

test('a slow answer holds the next sending, and asking waits for both', async () => {
  const sent: string[] = [];
  let answer = () => {};
  const autosave = new Autosave();
  autosave.later('case', () => new Promise<void>((done) => ((answer = done), sent.push('first'))));
  void autosave.now();
  await vi.advanceTimersByTimeAsync(0);
  autosave.later('case', async () => void sent.push('second'));
  let done = false;
  void autosave.now().then(() => (done = true));
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect([sent, done]).toEqual([['first'], false]);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect([sent, done, autosave.busy]).toEqual([['first', 'second'], true, false]);
});
