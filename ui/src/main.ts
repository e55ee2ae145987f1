// Where the window begins.
import { mount } from 'svelte';
import App from './App.svelte';
import { backend } from './backend/backend';
import { copySelected } from './clipboard';
import { loadLater } from './loading.svelte';
import { session } from './session.svelte';
// By its path: the package hides its style sheets.
import '../node_modules/dkfds/dist/css/dkfds.min.css';
import './styles/all.css';

const target = document.getElementById('window');
if (!target) throw new Error('no place for the window');
mount(App, { target });
// Whoever reads and scrolls is at the window as well as whoever types.
for (const sign of ['pointermove', 'pointerdown', 'keydown', 'wheel'])
  addEventListener(sign, () => session.stay(Date.now()), { capture: true, passive: true });
addEventListener('pagehide', () => void session.flush());
// Nothing moves under the pointer between a press and its end. Not every end of a press comes to the page.
addEventListener('pointerdown', () => session.press(), true);
for (const end of ['mouseup', 'pointercancel', 'blur'])
  addEventListener(end, () => setTimeout(() => session.release()), true);
addEventListener('pointermove', (event) => event.buttons === 0 && session.release(), true);
document.addEventListener('copy', copySelected);
document.addEventListener('visibilitychange', () => void session.flush());
await session.start(await backend());
// What the other pages are made of is read when somebody reaches for one, so that none of them waits and a window that is
// only looked at holds none of it. Where it cannot be had, the view that needs it says so.
for (const sign of ['pointermove', 'pointerdown', 'keydown'])
  addEventListener(sign, () => void loadLater().catch(() => undefined), { capture: true, once: true, passive: true });
