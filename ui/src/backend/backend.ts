// The one door to the core: a view comes out, intents go in. Pages know nothing of what is behind it.
import type { Core } from './core';
import { tauri } from './tauri';

/** Pages that were built for an ordinary browser. In the program's own pages this is false, and the bridge is left out. */
const BRIDGED = import.meta.env.MODE === 'bridge';

/** The core inside Tauri, or behind the test bridge. */
export async function backend(): Promise<Core> {
  return BRIDGED ? (await import('./bridge')).bridge() : tauri();
}

/** Where a picture of the case whose page is open is found. */
export function pictureAddress(document: string): string {
  if (BRIDGED) return `document/${document}`;
  // On Windows a scheme of one's own is a host of its own.
  const host = navigator.userAgent.includes('Windows') ? 'http://document.localhost' : 'document://localhost';
  return `${host}/${document}`;
}
