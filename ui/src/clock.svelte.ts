// Which day it is. There is one clock, the Danish one, and the core keeps it: every moment that a page is given tells the
// Danish time and its distance from UTC, and every view tells the day.
let noon = $state('');

/** Sets the day: noon of it by the Danish clock. */
export function setToday(at: string): void {
  noon = at;
}

/** Noon of the day, by the Danish clock; nothing before the first view. */
export function today(): string {
  return noon;
}
