// What the core is to the pages: a view comes out, intents go in.
import type { Intent, View } from './contract.gen';

export interface Core {
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
