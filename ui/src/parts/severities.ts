// How much a finding matters, as it looks: always an icon with a name, the colour only helps.
import type { SeverityName } from '../backend/contract.gen';
import type { IconName } from './icons';

interface Look {
  tone: 'error' | 'warning' | 'info';
  badge: 'error' | 'warning' | 'info';
  icon: IconName;
}

export const SEVERITIES: Record<SeverityName, Look> = {
  stops: { tone: 'error', badge: 'error', icon: 'error' },
  documents: { tone: 'warning', badge: 'warning', icon: 'file' },
  warning: { tone: 'warning', badge: 'warning', icon: 'warning' },
  advice: { tone: 'info', badge: 'info', icon: 'info' },
};
