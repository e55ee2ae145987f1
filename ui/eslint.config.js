// What is wrong with the pages' sources beyond types: the recommended rules of ESLint, typescript-eslint and Svelte. The
// compiler's own warnings, those on accessibility among them, are errors already (vite.config.ts, svelte-check), and
// here, so that an editor shows them.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/**/*.gen.ts'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  { files: ['gate/**', 'scripts/**', '*.config.*'], languageOptions: { globals: { ...globals.node } } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'svelte/valid-compile': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/no-at-html-tags': 'error',
      eqeqeq: 'error',
      // A space at the end of a line is written as text, since the formatter would take it away.
      'svelte/no-useless-mustaches': 'off',
      // The compiler of TypeScript says it too, and lets a leading underscore through.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
);
