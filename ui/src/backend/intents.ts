// The two kinds of intents that nearly every page sends, in fewer words.
import type { CaseIntent, Intent, Navigation } from './contract.gen';

/** To another page, or putting away what stands on this one. */
export const go = (intent: Navigation): Intent => ({ is: 'navigation', intent });

/** Something with one case. */
export const inCase = (id: string, intent: CaseIntent): Intent => ({ is: 'case', case: id, intent });

/** The log of the program, over the page that is open. */
export const openLog: Intent = { is: 'log', intent: { is: 'open' } };
