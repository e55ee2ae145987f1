// Tests of what the pages are made of, without a browser (`npm test`). The pages themselves are the gate's.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { catalogue } from './scripts/catalogue.mjs';

export default defineConfig({
  plugins: [catalogue(), svelte({ compilerOptions: { runes: true } })],
  resolve: { conditions: ['browser'] },
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'happy-dom',
    // The same days and hours on every machine.
    env: { TZ: 'Europe/Copenhagen' },
  },
});
