// What a view needs before it can be shown: a start in Danish nothing, and everything is loaded once.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Page } from '../src/backend/contract.gen';
import { view } from './view';

// A module that is awaited must not be taken for a promise.
vi.mock('../src/pages/later', () => ({ then: undefined }));

let loading: typeof import('../src/loading.svelte');
let texts: typeof import('../src/messages/texts.svelte');

beforeEach(async () => {
  vi.resetModules();
  loading = await import('../src/loading.svelte');
  texts = await import('../src/messages/texts.svelte');
});

const HELP: Page = { is: 'help', version: '0', system: '', rules: '2026-11-22', guide: '2026-11-22', notes: [] };
const OPENING: Page = { is: 'opening' };

test('a start in Danish waits for nothing', () => {
  expect(loading.needs(view(1, { page: OPENING }))).toBeNull();
});

test('another page waits for its piece, once', async () => {
  const missing = loading.needs(view(1, { page: HELP }));
  expect([missing, loading.laterPages()]).toEqual([expect.any(Promise), null]);
  await missing;
  expect(loading.laterPages()).not.toBeNull();
  expect(loading.needs(view(2, { page: HELP }))).toBeNull();
});

test('English waits for its words, once', async () => {
  const english = view(1, { page: OPENING, language: 'english' });
  await loading.needs(english);
  expect(loading.needs(english)).toBeNull();
  expect(texts.t('yes')).toBe('Ja');
  texts.speak('english');
  expect(texts.t('yes')).toBe('Yes');
});
