// What a date of a case is about: one set of words for the list of cases, the follow-up and what waits for the person.
import type { DeadlineName } from '../backend/contract.gen';
import { firstName } from '../format';
import { t } from '../messages/texts.svelte';

const named = (representative: string | null) => ({
  name: representative ? firstName(representative) : t('the-representative'),
});

/** In few words, without an end. */
export const due = (kind: DeadlineName, representative: string | null) => t(`date-${kind}`, named(representative));

/** Once the day has passed: whole sentences. */
export const missed = (kind: DeadlineName, representative: string | null) =>
  t(`date-${kind}-past`, named(representative));
