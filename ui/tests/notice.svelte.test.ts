// What is wrong takes the focus when it is news, and never again while somebody goes on typing under it.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import Notice from '../src/parts/Notice.svelte';
import { session } from '../src/session.svelte';
import { view } from './view';

let field: HTMLInputElement;
let notice: ReturnType<typeof mount>;
let shown = $state.raw(view(1, { problem: 'handover-wrong-words' }));

beforeEach(() => {
  field = document.body.appendChild(document.createElement('input'));
  shown = view(1, { problem: 'handover-wrong-words' });
  const props = {
    get code() {
      return shown.problem ?? '';
    },
  };
  notice = mount(Notice, { target: document.body, props });
  flushSync();
});

afterEach(async () => {
  await unmount(notice);
  document.body.replaceChildren();
});

const told = () => document.activeElement?.getAttribute('data-problem');

test('another view with the same problem leaves the focus where the person types', () => {
  expect(told()).toBe('handover-wrong-words');
  field.focus();
  shown = view(2, { problem: 'handover-wrong-words' });
  flushSync();
  expect(document.activeElement).toBe(field);
});

test('the same problem is news again when it comes of another press, and so is another problem', () => {
  field.focus();
  session.errorCount += 1;
  flushSync();
  expect(told()).toBe('handover-wrong-words');
  field.focus();
  shown = view(3, { problem: 'handover-unreadable' });
  flushSync();
  expect(told()).toBe('handover-unreadable');
});
