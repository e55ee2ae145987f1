// A page by its name, so that each component says which one it shows.
import type { Page } from '../backend/contract.gen';

export type PageOf<Name extends Page['is']> = Extract<Page, { is: Name }>;
