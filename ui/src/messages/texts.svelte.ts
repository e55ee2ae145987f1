// The words of the window. They live in the Fluent catalogue that the core shares; a language switch redraws every text.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { LanguageName } from '../backend/contract.gen';
import type { Messages, Value } from './keys.gen';

export type Key = keyof Messages;
type Arguments<K extends Key> = Messages[K] extends null ? [] : [values: Messages[K]];

const catalogue: Record<LanguageName, { locale: string; files: Record<string, string> }> = {
  danish: {
    locale: 'da',
    files: import.meta.glob<string>('./da/*.ftl', { query: '?raw', import: 'default', eager: true }),
  },
  english: {
    locale: 'en',
    files: import.meta.glob<string>('./en/*.ftl', { query: '?raw', import: 'default', eager: true }),
  },
};

/** A language is read when it is first spoken: few people speak both. */
const bundles: Partial<Record<LanguageName, FluentBundle>> = {};

/** Short words with a hyphen that no line may end at. */
const WHOLE = /\b(CVR|CPR|P|[Ee]|mitid)-(?=[a-zæøå])/g;

let spoken = $state<LanguageName>('danish');

export function language(): LanguageName {
  return spoken;
}

export function speak(language: LanguageName): void {
  spoken = language;
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

function find(key: string, values?: Record<string, Value>): string | undefined {
  const bundle = (bundles[spoken] ??= read(spoken));
  const pattern = bundle.getMessage(key)?.value;
  // A word joiner after the hyphen: the typeface has no hyphen of the kind that does not break.
  return pattern ? bundle.formatPattern(pattern, values).replace(WHOLE, '$1-\u2060') : undefined;
}

function read(language: LanguageName): FluentBundle {
  const { locale, files } = catalogue[language];
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const text of Object.values(files)) bundle.addResource(new FluentResource(text));
  return bundle;
}
