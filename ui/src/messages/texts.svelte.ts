// The words of the window. They live in the Fluent catalogue that the core shares; a language switch redraws every text.
import { FluentBundle, FluentNumber, type Scope } from '@fluent/bundle';
import danish from 'virtual:catalogue/da';
import type { LanguageName } from '../backend/contract.gen';
import type { Messages, Value } from './keys.gen';

export type Key = keyof Messages;
type Arguments<K extends Key> = Messages[K] extends null ? [] : [values: Messages[K]];
type Patterns = typeof danish;

/** The languages that have been loaded. Danish is there from the start: nearly everybody's first page is in it. */
const bundles: Partial<Record<LanguageName, FluentBundle>> = { danish: bundle('da', danish) };

/** Short words with a hyphen that no line may end at. */
const WHOLE = /\b(CVR|CPR|P|[Ee]|mitid)-(?=[a-zæøå])/g;

let spoken = $state<LanguageName>('danish');

export function language(): LanguageName {
  return spoken;
}

/** Speaks a language that has been loaded. */
export function speak(language: LanguageName): void {
  spoken = language;
}

/** Whether a language has been loaded. */
export function isLoaded(language: LanguageName): boolean {
  return bundles[language] !== undefined;
}

/** Loads a language. */
export async function loadLanguage(language: LanguageName): Promise<void> {
  if (language === 'english') bundles.english ??= bundle('en', (await import('virtual:catalogue/en')).default);
}

/** A text of the window. Its key and its values are checked by the compiler. */
export function t<K extends Key>(key: K, ...values: Arguments<K>): string {
  return find(key, values[0] as Record<string, Value> | undefined) ?? key;
}

/** What happened, for a problem's code. */
export function happened(code: string): string {
  return find(`err-${code}`) ?? code;
}

/** What to do now, for a problem's code. */
export function remedy(code: string): string {
  return find(`rec-${code}`) ?? '';
}

/**
 * A number as its digits, where the language writes it so. Asking `Intl` takes WebKit a noticeable part of a start, the
 * first time, and most of what a page counts is small.
 */
class Count extends FluentNumber {
  override toString(scope?: Scope): string {
    return isPlain(this.value) ? String(this.value) : super.toString(scope);
  }
}

/** Whether a number is written without a separator, in both languages. */
export function isPlain(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < 1000;
}

/** What a line of the program's log says, for the code of its event. */
export function logged(event: string, values: Record<string, Value>): string {
  return find(`logged-${event}`, values) ?? event;
}

function find(key: string, values?: Record<string, Value>): string | undefined {
  const bundle = bundles[spoken];
  const pattern = bundle?.getMessage(key)?.value;
  // A word joiner after the hyphen: the typeface has no hyphen of the kind that does not break.
  return bundle && pattern
    ? bundle.formatPattern(pattern, values && counted(values)).replace(WHOLE, '$1-\u2060')
    : undefined;
}

function counted(values: Record<string, Value>): Record<string, string | Count> {
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([name, it]) => [name, typeof it === 'number' ? new Count(it) : it]));
}

function bundle(locale: string, patterns: Patterns): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource({ body: Object.entries(patterns).map(([id, value]) => ({ id, value, attributes: {} })) });
  return bundle;
}
