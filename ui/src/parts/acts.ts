// The name of what a button does, for people who read the page's source and for tests that press the buttons.
import type { Intent } from '../backend/contract.gen';

export function actOf(intent: Intent): string {
  return intent.is === 'go' ? `go-${intent.to.is}` : intent.is;
}
