// Light or dark: the person's choice, or the system's for as long as the window is open.
import type { ThemeName } from './backend/contract.gen';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Puts the theme on the page and follows the system when asked to; the answer stops following. */
export function applyTheme(theme: ThemeName): () => void {
  const put = () => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  put();
  dark.addEventListener('change', put);
  return () => dark.removeEventListener('change', put);
}
