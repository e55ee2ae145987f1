// What came along from another case, in a word and in a colour.
import type { Carried, CarriedMarkName } from '../backend/contract.gen';
import { t } from '../messages/texts.svelte';

/** What is said of a part that came along. */
export function markWord({ part, mark }: Carried): string {
  if (mark !== 'lookAgain') return t(`carried-${mark}`);
  if (part === 'terms') return t('carried-read-again');
  return part === 'organisation' ? t('carried-ask-again') : t('carried-lookAgain');
}

/** What is as it was needs no colour. */
export function markTone(mark: CarriedMarkName): 'warning' | 'plain' {
  return mark === 'correct' || mark === 'replace' ? 'warning' : 'plain';
}
