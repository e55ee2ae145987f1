// What the window is drawn with comes in pieces, so that WebKit reads little before the first page: the pages that no start
// begins with, and the language that is not Danish. A view whose piece is not there yet waits for it.
import type { Page, View } from './backend/contract.gen';
import { isLoaded, loadLanguage } from './messages/texts.svelte';

type Later = typeof import('./pages/later');

/** The pages that a start begins with (App.svelte). */
const FIRST: readonly Page['is'][] = ['opening', 'chooseEnvironment', 'cases'];

let later: Later | null = null;
let isThere = $state(false);

/** The other pages, once they have been loaded. */
export function laterPages(): Later | null {
  return isThere ? later : null;
}

/** Loads them. */
export async function loadLater(): Promise<void> {
  later ??= await import('./pages/later');
  isThere = true;
}

/** What a view still needs before it can be shown; nothing, once everything is there. */
export function needs(view: View): Promise<unknown> | null {
  const wanted: Promise<void>[] = [];
  if (!isLoaded(view.language)) wanted.push(loadLanguage(view.language));
  if (!later && !FIRST.includes(view.page.is)) wanted.push(loadLater());
  return wanted.length > 0 ? Promise.all(wanted) : null;
}
