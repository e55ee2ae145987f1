// Types for the texts of the window: writes src/messages/keys.gen.ts from the Danish catalogue, and fails when the
// English one has other keys or other variables. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { NAMED as WINDOW } from './catalogue.mjs';

const folder = new URL('../src/messages/', import.meta.url);
const danish = new Map(WINDOW.flatMap((file) => [...messages('da', file)]));
const english = new Map(WINDOW.flatMap((file) => [...messages('en', file)]));
const wrong = [...new Set([...danish.keys(), ...english.keys()])].filter(
  (key) => danish.get(key)?.join() !== english.get(key)?.join(),
);
if (wrong.length > 0) fail(`the catalogue differs between Danish and English: ${wrong.join(', ')}`);

const seen = new Map();
for (const file of WINDOW)
  for (const key of messages('da', file).keys()) {
    if (seen.has(key)) fail(`${key} is in ${seen.get(key)}.ftl and in ${file}.ftl`);
    seen.set(key, file);
  }

const taken = ['problems', 'receipt', 'evidence', 'documents', 'command-line', 'login', 'mail', 'drafts'].flatMap(
  (file) => [...messages('da', file).keys()],
);
const double = taken.filter((key) => danish.has(key));
if (double.length > 0) fail(`in ${WINDOW.join('.ftl or ')}.ftl and in another catalogue: ${double.join(', ')}`);

const file = new URL('keys.gen.ts', folder);
const made = render(danish);
if (!process.argv.includes('--check')) writeFileSync(file, made);
else if (readFileSync(file, 'utf8') !== made) fail('keys.gen.ts is not what the catalogue says: run npm run keys');

/** Every message with the names of its variables. */
function messages(language, name) {
  const text = readFileSync(new URL(`${language}/${name}.ftl`, folder), 'utf8');
  const found = new Map();
  for (const block of text.split(/^(?=[a-zA-Z][\w-]* =)/m).slice(1)) {
    const key = block.slice(0, block.indexOf(' ='));
    if (found.has(key)) fail(`${language}/${name}.ftl has ${key} twice`);
    const body = block.replace(/^#.*$/gm, '');
    found.set(key, [...new Set([...body.matchAll(/\$([a-zA-Z]\w*)/g)].map((m) => m[1]))].sort());
  }
  return found;
}

function render(found) {
  const named = new Intl.ListFormat('en-GB').format(WINDOW.map((file) => `${file}.ftl`));
  const line = ([key, names]) =>
    `  '${key}': ${names.length === 0 ? 'null' : `{ ${names.map((name) => `${name}: Value`).join('; ')} }`};\n`;
  return `// Generated from ${named} by \`npm run keys\`. Do not edit.\n\nexport type Value = string | number;\n\n/** Every text of the window with what it must be given. */\nexport interface Messages {\n${[...found].map(line).join('')}}\n`;
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
