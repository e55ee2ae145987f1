// How a case stands, in one sentence under its badge: the verdict of the rules, or what was stated of it.
import type { CaseRow, CaseState } from '../backend/contract.gen';
import { dayAndMonth } from '../format';
import { t } from '../messages/texts.svelte';
import type { IconName } from './icons';
import { VERDICTS } from './verdicts';

interface Standing {
  text: string;
  tone: 'good' | 'caution' | 'bad' | 'plain';
  icon: IconName;
}

/** The colour of the badge of a state. */
export const STATE_TONES: Record<CaseState, 'plain' | 'success' | 'warning' | 'error' | 'info'> = {
  draft: 'plain',
  notNeeded: 'plain',
  handedOver: 'info',
  received: 'info',
  approving: 'info',
  confirming: 'warning',
  approved: 'info',
  unknown: 'warning',
  refused: 'error',
  delivered: 'success',
  guided: 'info',
  stopped: 'warning',
  awaitingRepresentative: 'info',
  underReview: 'info',
  statedConcluded: 'info',
  concluded: 'success',
  rejected: 'error',
  withdrawn: 'plain',
};

export function standing(row: CaseRow): Standing | null {
  switch (row.state) {
    case 'underReview':
      return row.deadline?.past
        ? { text: t('row-no-answer'), tone: 'caution', icon: 'time' }
        : { text: t('row-sent', { day: row.stated ? dayAndMonth(row.stated) : '' }), tone: 'caution', icon: 'file' };
    case 'statedConcluded':
      return { text: t('row-mail-missing'), tone: 'caution', icon: 'email' };
    case 'rejected':
    case 'stopped':
      return row.why ? { text: row.why, tone: 'bad', icon: 'error' } : null;
    case 'draft':
    case 'received':
    case 'guided':
    case 'awaitingRepresentative':
      return verdict(row);
    default:
      return null;
  }
}

/** Nothing is said while nothing can be said. */
function verdict(row: CaseRow): Standing | null {
  if (row.verdict === null || row.verdict === 'open') return null;
  const { tone, icon } = VERDICTS[row.verdict];
  const why = row.verdict === 'impossible' ? row.why : null;
  const text = why ? t('row-impossible', { why: lower(why) }) : t(`verdict-${row.verdict}`);
  return { text, tone, icon: row.verdict === 'automatic' ? 'check' : icon };
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('da-DK') + text.slice(1);
