// The part of the catalogue that the window speaks. Paper and command line have files of their own beside it, which the
// window never needs; and WebKit would read the syntax of Fluent anew at every start, so it is read here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';

const folder = new URL('../src/messages/', import.meta.url);

/** The files whose messages a page names. */
export const NAMED = [
  'dates',
  'window',
  'keeping',
  'guide',
  'follow-up',
  'services',
  'backups',
  'bin',
  'history',
  'log',
  'record',
  'official-mail',
];

/** Every file of the window: problems are found by the code that the core tells. */
const SPOKEN = [...NAMED, 'problems'];

/** What the window imports a language by: `virtual:catalogue/da`. */
const PREFIX = 'virtual:catalogue/';

/** The plugin of Vite that answers it. */
export function catalogue() {
  return {
    name: 'catalogue',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const language = id.slice(PREFIX.length + 1);
      for (const path of paths(language)) this.addWatchFile(fileURLToPath(path));
      // What is parsed as JSON is read sooner than the same as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(patterns(language)))})`;
    },
  };
}

/** The paths of a language's files. */
function paths(language) {
  return SPOKEN.map((name) => new URL(`${language}/${name}.ftl`, folder));
}

/** The keys of variants by the numbers they stand for: the default one is taken where no other fits, so its own fits none. */
const COUNTS = { one: 1, other: -1 };

/**
 * A pattern with numbers in the place of plural categories: in Danish and English the only whole number that is *one* is 1,
 * so the window, which counts in whole numbers, asks for no plural rules. WebKit would read them, and all that belongs to
 * them, at every start.
 */
function counted(pattern) {
  const number = (name, key) =>
    name === 'key' && key.value in COUNTS ? { type: 'num', value: COUNTS[key.value], precision: 0 } : key;
  return JSON.parse(JSON.stringify(pattern), number);
}

/** The messages of a language: each key with the pattern that Fluent made of its text. */
function patterns(language) {
  const found = {};
  for (const path of paths(language)) {
    const source = readFileSync(path, 'utf8');
    const { body } = new FluentResource(source);
    // Fluent leaves out what it cannot read.
    const written = source.match(/^-?[a-zA-Z][\w-]* *=/gm) ?? [];
    if (body.length !== written.length)
      throw new Error(`${path.pathname}: ${written.length - body.length} messages cannot be read`);
    for (const { id, value, attributes } of body) {
      if (id.startsWith('-') || value === null || Object.keys(attributes).length > 0)
        throw new Error(`${id} is a term or has attributes, which the window does not load`);
      if (id in found) throw new Error(`${id} is there twice`);
      found[id] = counted(value);
    }
  }
  return found;
}
