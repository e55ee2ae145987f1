// Keeps what is typed without being asked: soon after a pause, after a second at the latest however fast somebody types, at
// once when a field is left, always before anything else is sent. One sending at a time, so an older answer never lands on a
// newer one.

/** How long a pause in typing is, in milliseconds. */
export const PAUSE = 400;
/** How long what was typed waits at most, in milliseconds. */
export const LONGEST_WAIT = 1000;

interface Waiting {
  /** What it is kept for: the case. */
  what: string;
  send: () => Promise<void>;
  /** When it began to wait. */
  since: number;
}

export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Waiting | null = null;
  #running: Promise<void> = Promise.resolve();
  /** Sendings that wait or have no answer yet. */
  #open = $state(0);

  /** Something typed has not been sent, or not been answered. */
  get busy(): boolean {
    return this.#open > 0;
  }

  /** Sends after a pause. What is sent is read then, so it is the newest. What waits for another case goes first. */
  later(what: string, send: () => Promise<void>): void {
    if (this.#waiting && this.#waiting.what !== what) void this.now();
    if (!this.#waiting) this.#open += 1;
    const since = this.#waiting?.since ?? Date.now();
    this.#waiting = { what, send, since };
    clearTimeout(this.#timer);
    const left = Math.max(0, since + LONGEST_WAIT - Date.now());
    this.#timer = setTimeout(() => void this.now(), Math.min(PAUSE, left));
  }

  /** Sends what waits; done when everything typed so far has arrived. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#running = this.#running.then(waiting.send).finally(() => (this.#open -= 1));
    return this.#running;
  }
}
