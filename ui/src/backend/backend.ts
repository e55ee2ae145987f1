// The one door to the core: a view comes out, intents go in. Pages know nothing of what is behind it.
import type { Intent, View } from './contract.gen';
import { tauri } from './tauri';

export interface Backend {
  /** The view as it is now. */
  view(): Promise<View>;
  /** Sends an intent; the view that answers it. What goes wrong for the person is in the view. */
  send(intent: Intent): Promise<View>;
  /**
   * Calls back with every new view, also those that no intent of ours asked for. Done when it listens: a view that comes
   * before is missed, so the view as it is now is asked for afterwards.
   */
  onView(show: (view: View) => void): Promise<void>;
}

/** The core inside Tauri, or the test bridge when a browser has the page with `?bridge=PORT`. */
export async function backend(): Promise<Backend> {
  const port = new URLSearchParams(location.search).get('bridge');
  if (port !== null && /^\d{1,5}$/.test(port) && !('__TAURI_INTERNALS__' in window)) {
    const { bridge } = await import('./bridge');
    return bridge(port);
  }
  return tauri();
}
