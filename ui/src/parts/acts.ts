// The name of what a button does, for people who read the page's source and for tests that press the buttons.
import type { Intent } from '../backend/contract.gen';

export function actOf(intent: Intent): string {
  const { is } = intent.intent;
  switch (intent.is) {
    case 'navigation':
      return is === 'openSite' || is === 'readProblem' ? is : `go-${is}`;
    // These say themselves what they are about.
    case 'case':
    case 'cases':
    case 'vault':
    case 'settings':
    case 'services':
      return is;
    default:
      return `${intent.is}-${is}`;
  }
}
