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

/** Pages that were built for an ordinary browser. In the program's own pages this is false, and the bridge is left out. */
const BRIDGED = import.meta.env.MODE === 'bridge';

/** The core inside Tauri, or behind the test bridge. */
export async function backend(): Promise<Backend> {
  return BRIDGED ? (await import('./bridge')).bridge() : tauri();
}

/** Where a picture of the case whose page is open is found. */
export function pictureAddress(document: string): string {
  if (BRIDGED) return `document/${document}`;
  // On Windows a scheme of one's own is a host of its own.
  const host = navigator.userAgent.includes('Windows') ? 'http://document.localhost' : 'document://localhost';
  return `${host}/${document}`;
}
