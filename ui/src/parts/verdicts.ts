// How each verdict looks: always an icon and words, the colour only helps.
import type { VerdictName } from '../backend/contract.gen';
import type { IconName } from './icons';

interface Look {
  tone: 'good' | 'caution' | 'bad' | 'plain';
  badge: 'success' | 'warning' | 'error' | 'info';
  icon: IconName;
}

export const VERDICTS: Record<VerdictName, Look> = {
  open: { tone: 'plain', badge: 'info', icon: 'help' },
  automatic: { tone: 'good', badge: 'success', icon: 'success' },
  documents: { tone: 'caution', badge: 'warning', icon: 'file' },
  impossible: { tone: 'bad', badge: 'error', icon: 'error' },
  notNeeded: { tone: 'plain', badge: 'info', icon: 'info' },
};
