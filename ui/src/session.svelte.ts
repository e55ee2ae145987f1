// What the window knows while it is open: the newest view, and how to send. There is one window, so there is one session.
import { Autosave } from './autosave.svelte';
import type { Core } from './backend/core';
import type { Answers, CaseHead, Intent, View } from './backend/contract.gen';
import { go, inCase } from './backend/intents';
import { setToday } from './clock.svelte';
import { needs } from './loading.svelte';
import { speak } from './messages/texts.svelte';
import { SOLO } from './pages/page';

/** Intents after which the person goes on where they are, whatever is still wrong on the page. */
const QUIET: ReadonlySet<Intent['intent']['is']> = new Set([
  'openTerms',
  'showTermsSummary',
  'acceptTerms',
  'setLanguage',
  'setTheme',
  'openSite',
  'list',
  'cancelExport',
]);

/** The core hears of the person at most so often, in milliseconds. */
const STAY = 10_000;

class Session {
  /** The newest view; none before the core has answered the first time. */
  view = $state.raw<View | null>(null);
  /** Grows whenever an intent of the person came back with something wrong: the place that says so takes the focus. */
  errorCount = $state(0);
  /** The core does not answer any more. */
  lost = $state(false);
  /** The path of the file that was written last, until the person has read it or gone to another page. */
  written = $state<string | null>(null);
  /** The field that the next page is opened for. */
  focusTarget: string | null = null;

  readonly #autosave = new Autosave();
  #backend: Core | null = null;
  /** Somebody is pressing on the page: nothing moves under the pointer until they let go. */
  #pressed = false;
  /** What came meanwhile. */
  #held: View | null = null;
  /** The window is closing, and what was typed is on its way. */
  #closing = false;
  /** The cases are being locked, and what was typed is on its way. */
  #locking = false;
  /** When the core last heard of the person. */
  #heard = 0;

  async start(backend: Core): Promise<void> {
    this.#backend = backend;
    try {
      // The first page need not wait until views are listened to; what came between is asked for afterwards.
      const listening = backend.onView((view) => void this.#take(view));
      await this.#take(await backend.view());
      await listening;
      await this.#take(await backend.view());
    } catch {
      this.lost = true;
    }
  }

  /** What was typed last is on its way, so what the view says about being saved is older. */
  get saving(): boolean {
    return this.#autosave.busy;
  }

  /** Sends an intent, after everything that was typed before it. */
  async send(intent: Intent): Promise<void> {
    this.release();
    await this.#autosave.now();
    await this.#carry(intent);
    const view = this.view;
    if (!QUIET.has(intent.intent.is) && view && (view.problem !== null || view.fieldProblems.length > 0))
      this.errorCount += 1;
  }

  /** Keeps the answers of a page soon; they are read when they are sent. */
  keep(id: string, answers: () => Answers): void {
    this.#autosave.later(id, () => this.#carry(inCase(id, { is: 'answer', answers: answers() })));
  }

  /** Keeps something else that is typed soon; the intent is made when it is sent. */
  keepIntent(what: string, intent: () => Intent): void {
    this.#autosave.later(what, () => this.#carry(intent()));
  }

  /** Sends what was typed and not sent yet. */
  flush(): Promise<void> {
    return this.#autosave.now();
  }

  /** The person does something on the page. Whoever only reads is there too, so the core hears of it now and then. */
  stay(now: number): void {
    const [view, since] = [this.view, now - this.#heard];
    if (!view || SOLO.includes(view.page.is) || (since >= 0 && since < STAY)) return;
    this.#heard = now;
    void this.#carry({ is: 'vault', intent: { is: 'stay' } });
  }

  /** A press has begun. What is drawn anew now could slide another thing under the pointer before it is let go. */
  press(): void {
    this.#pressed = true;
  }

  /** The press is over: what came meanwhile is shown. */
  release(): void {
    this.#pressed = false;
    const held = this.#held;
    this.#held = null;
    if (held) this.#show(held);
  }

  async #carry(intent: Intent): Promise<void> {
    if (!this.#backend) return;
    try {
      await this.#take(await this.#backend.send(intent));
    } catch {
      this.lost = true;
    }
  }

  /** Sends what was typed, and then lets the window close. */
  async #close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#autosave.now();
    await this.#carry(go({ is: 'closeWindow' }));
  }

  /** Sends what was typed, and then lets the cases be locked. */
  async #lock(): Promise<void> {
    if (this.#locking) return;
    this.#locking = true;
    await this.#autosave.now();
    await this.#carry({ is: 'vault', intent: { is: 'lock' } });
  }

  /** Shows a view, at once or when what it is drawn with has been loaded. */
  async #take(view: View): Promise<void> {
    const missing = needs(view);
    if (missing)
      try {
        await missing;
      } catch {
        this.lost = true;
        return;
      }
    this.#show(view);
  }

  #show(view: View): void {
    if (view.closing) void this.#close();
    else this.#closing = false;
    if (view.locking) void this.#lock();
    else this.#locking = false;
    if (this.#pressed) {
      if (!this.#held || view.revision > this.#held.revision) this.#held = view;
      return;
    }
    if (this.view && view.revision < this.view.revision) return;
    const elsewhere = this.view?.page.is !== view.page.is || this.view.case?.id !== view.case?.id;
    if (elsewhere) this.written = null;
    if (view.written !== null && view.written !== this.view?.written) this.written = view.written;
    speak(view.language);
    setToday(view.today);
    this.view = view;
  }
}

export const session = new Session();

/** The code of what is wrong at a field, if anything is. */
export function problemAt(path: string): string | undefined {
  return session.view?.fieldProblems.find((problem) => problem.field === path)?.code;
}

/** The case of a page that has one: the core sends it along with each of them. */
export function caseOf(view: View): CaseHead {
  if (!view.case) throw new Error(`no case with the page ${view.page.is}`);
  return view.case;
}
