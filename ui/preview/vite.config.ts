// The pages without the core, for looking at them: one view per page and state. Never part of the program.
import { defineConfig } from 'vite';
import { config } from '../vite.config';

export default defineConfig(
  config({
    root: new URL('.', import.meta.url).pathname,
    publicDir: '../public',
    server: { port: 5174, strictPort: true, fs: { allow: ['../..'] } },
    build: { outDir: '../node_modules/.preview', emptyOutDir: true, target: 'safari16', assetsInlineLimit: 0 },
  }),
);
