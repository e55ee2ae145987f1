// A page by its name, so that each component says which one it shows.
import type { Page } from '../backend/contract.gen';

export type PageOf<Name extends Page['is']> = Extract<Page, { is: Name }>;

/** The pages of a program whose cases are not open: they stand alone, without the side. */
export const SOLO: readonly Page['is'][] = [
  'chooseEnvironment',
  'profileUnread',
  'opening',
  'choosePassphrase',
  'closed',
  'older',
  'damaged',
  'stopped',
];
