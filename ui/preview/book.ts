// The rule book itself, read for the views that list all of it: as long, as wordy and as varied as in the program.
import type { CertaintyName, FormChoice, RuleRow, SeverityName } from '../src/backend/contract.gen';
import findings from '../../src-tauri/crates/domain/rules/findings.toml?raw';
import forms from '../../src-tauri/crates/domain/rules/forms.toml?raw';
import sources from '../../src-tauri/crates/domain/rules/sources.toml?raw';

const asOf = /^as_of = "(.*)"$/m.exec(findings)?.[1] ?? '';
const address = new Map([...sources.matchAll(/^([A-Z][\w-]*) = "(.*)"$/gm)].map((it) => [it[1], it[2] ?? '']));
const value = (block: string, key: string) => new RegExp(`^${key} = "?(.*?)"?$`, 'm').exec(block)?.[1] ?? '';
const between = (block: string, begin: RegExp) => begin.exec(block)?.[1] ?? '';
const quoted = (list: string) => [...list.matchAll(/"([^"]*)"/g)].map((it) => it[1] ?? '');

/** Every rule; those that are named hold, and come first. */
export function rules(holding: readonly string[], language: 'da' | 'en'): RuleRow[] {
  const rows = findings.split(/^\[\[finding\]\]$/m).slice(1);
  return rows
    .map((block) => ({
      id: value(block, 'id'),
      severity: value(block, 'severity') as SeverityName,
      name: between(block, new RegExp(`^${language} = \\{ wrong = "(.*?)", remedy`, 'm')).replace(/\{\w+\}/g, '…'),
      found: holding.includes(value(block, 'id')),
      sources: quoted(value(block, 'source')).map((id) => address.get(id) ?? id),
      certainty: value(block, 'certainty').replace('third-party', 'thirdParty') as CertaintyName,
      asOf: value(block, 'as_of') || asOf,
    }))
    .sort((a, b) => Number(b.found) - Number(a.found));
}

/** Every form of organisation, by name. */
export const choices: FormChoice[] = forms
  .split(/^\[\[form\]\]$/m)
  .slice(1)
  .map((block) => ({
    code: Number(value(block, 'code')),
    name: between(block, /^name = \{ da = "(.*?)"/m),
  }))
  .sort((a, b) => a.name.localeCompare(b.name, 'da'));
