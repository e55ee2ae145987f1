import { svelte } from '@sveltejs/vite-plugin-svelte';
import { PurgeCSS } from 'purgecss';
import { defineConfig, type Plugin } from 'vite';
import { catalogue } from './scripts/catalogue.mjs';

/** The pictures of dkfds that our pages show; every other one would be shipped for nothing. */
const PICTURES = /(check|check-white|chevron-down|chevron-up|more-vert)\.svg/;

/** Where the classes of dkfds are named that our pages use; WebKit reads every other rule for nothing at each start. */
const PAGES = ['index.html', 'src/**/*.svelte', 'src/**/*.ts'];

/** Classes whose names the pages put together. */
const COMPOSED = [/^button/, /^badge/, /^alert/];

/**
 * dkfds ships its own fonts in four formats, a print sheet for public sites and some 190 pictures. We bring one font in
 * one format (src/fonts), print nothing from the window, and show a handful of the pictures.
 */
function trimDkfds(): Plugin {
  return {
    name: 'trim-dkfds',
    enforce: 'pre',
    async transform(css, id) {
      if (!id.includes('/dkfds/dist/css/')) return null;
      const trimmed = css
        .replace(/@font-face\s*\{[^}]*\}/g, '')
        // Looking up the system's own typeface behind ours takes WebKitGTK a tenth of a second, and it is never shown.
        .replace(/font-family:\s*(["']?)IBM Plex Sans\1[^;}]*/g, 'font-family:"IBM Plex Sans",sans-serif')
        .replace(/url\((["']?)([^)"']*)\1\)/g, (whole, _quote, path: string) => (PICTURES.test(path) ? whole : 'none'));
      const [used] = await new PurgeCSS().purge({
        content: PAGES,
        css: [{ raw: trimmed }],
        safelist: { greedy: COMPOSED },
      });
      return used?.css ?? trimmed;
    },
  };
}

/** WebKit keeps a script in one byte a letter when Latin-1 has them all; a single dash makes it two. */
function oneByte(): Plugin {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'one-byte',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\u00ff]/g, escaped);
    },
  };
}

export default defineConfig({
  plugins: [
    trimDkfds(),
    catalogue(),
    oneByte(),
    svelte({
      compilerOptions: { runes: true },
      onwarn: (warning) => {
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`);
      },
    }),
  ],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'safari16', // the oldest of WebKitGTK 2.40, WKWebView and WebView2 that we support
    assetsInlineLimit: 0, // the content security policy knows no data: addresses
    modulePreload: { polyfill: false },
  },
});
