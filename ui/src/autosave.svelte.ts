// Keeps what is typed without being asked: soon after a pause, at once when a field is left, always before anything else
// is sent. One sending at a time, so an older answer never lands on a newer one.

/** How long a pause in typing is, in milliseconds. */
const PAUSE = 400;

export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => Promise<void>) | null = null;
  #running: Promise<void> = Promise.resolve();
  /** Sendings that wait or have no answer yet. */
  #open = $state(0);

  /** Something typed has not been sent, or not been answered. */
  get busy(): boolean {
    return this.#open > 0;
  }

  /** Sends after a pause. What is sent is read then, so it is the newest. */
  later(send: () => Promise<void>): void {
    if (!this.#waiting) this.#open += 1;
    this.#waiting = send;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), PAUSE);
  }

  /** Sends what waits; done when everything typed so far has arrived. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    const send = this.#waiting;
    this.#waiting = null;
    if (send) this.#running = this.#running.then(send).finally(() => (this.#open -= 1));
    return this.#running;
  }
}
