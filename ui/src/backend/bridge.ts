// The real core behind a loopback test bridge (tests/bridge), so that the same pages run, and are tested, in an ordinary
// browser. The pages lie beside the core's addresses, under the random word of the run.
import { tick } from 'svelte';
import { needs } from '../loading.svelte';
import type { View } from './contract.gen';
import type { Core } from './core';

/** Says something on the page, so that whoever drives the browser need not guess. */
function mark(what: 'revision' | 'listening', value: string): void {
  // After the session has taken the view over, and Svelte has shown it.
  setTimeout(() => void tick().then(() => (document.documentElement.dataset[what] = value)));
}

/** The revision of the newest view that is shown. */
let newest = -1;

/** Says which view is shown, when it is. An answer may come after a newer view, and is not shown any more. */
function markShown(view: View): void {
  void Promise.resolve(needs(view)).then(() => {
    newest = Math.max(newest, view.revision);
    mark('revision', String(newest));
  });
}

async function ask(path: string, request?: RequestInit): Promise<View> {
  const answer = await fetch(path, request);
  if (!answer.ok) throw new Error(`bridge: ${answer.status}`);
  const view = (await answer.json()) as View;
  markShown(view);
  return view;
}

export function bridge(): Core {
  return {
    view: () => ask('view'),
    send: (intent) =>
      ask('send', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(intent) }),
    onView: (show) =>
      new Promise((listening, failed) => {
        const views = new EventSource('views');
        views.onmessage = (event: MessageEvent<string>) => {
          const view = JSON.parse(event.data) as View;
          show(view);
          markShown(view);
        };
        views.onopen = () => {
          listening();
          mark('listening', '');
        };
        views.onerror = () => failed(new Error('bridge: no views'));
      }),
  };
}
