// What a person has decided, and the core tells on the next page: no error, so it is not shown as one.

const DECIDED = ['approval-set-aside', 'login-cancelled'];

export function isDecided(code: string): boolean {
  return DECIDED.includes(code);
}
