import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Autosave } from '../src/autosave.svelte';

/** A sending that ends when the test says so. */
function sending(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  const send = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
  };
  return { send, end };
}

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('waits for a pause and sends only what was typed last', async () => {
    const sent: string[] = [];
    const autosave = new Autosave();
    for (const typed of ['N', 'No', 'Nordlys']) {
      autosave.later(async () => void sent.push(typed));
      await vi.advanceTimersByTimeAsync(399);
    }
    expect(sent).toEqual([]);
    expect(autosave.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['Nordlys']);
    expect(autosave.busy).toBe(false);
  });

  test('sends at once when asked, and not again after the pause', async () => {
    let times = 0;
    const autosave = new Autosave();
    autosave.later(async () => void (times += 1));
    await autosave.now();
    expect(times).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times).toBe(1);
    await autosave.now();
    expect(times).toBe(1);
  });

  test('never has two sendings at once, so an older answer cannot land on a newer one', async () => {
    const log: string[] = [];
    const [first, second] = [sending(log, 'first'), sending(log, 'second')];
    const autosave = new Autosave();
    autosave.later(first.send);
    void autosave.now();
    autosave.later(second.send);
    const all = autosave.now();
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['first begins']);
    second.end();
    first.end();
    await all;
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.busy).toBe(false);
  });

  test('is busy from the first letter until the answer', async () => {
    const log: string[] = [];
    const it = sending(log, 'it');
    const autosave = new Autosave();
    expect(autosave.busy).toBe(false);
    autosave.later(it.send);
    await vi.advanceTimersByTimeAsync(400);
    expect(log).toEqual(['it begins']);
    expect(autosave.busy).toBe(true);
    it.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.busy).toBe(false);
  });
});
