// A page with one fault of each kind: a gate that does not find them finds nothing anywhere.
import { accessible } from './checks/accessible.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { sideways } from './checks/sideways.mjs';

const WRONG = `<!doctype html><html lang="en"><title>Wrong</title>
  <style>.quiet:focus { outline: none } .cover { position: fixed; inset: 0 0 auto auto; width: 9rem; height: 9rem }</style>
  <main>
    <p style="color: #aaa; background: #fff">pale</p>
    <img src="data:,">
    <button>reached</button>
    <button class="quiet" style="border: 0; background: #eee">quiet</button>
    <button style="position: fixed; right: 0; top: 0">covered</button><div class="cover"></div>
    <div onkeydown="if (event.key === 'Tab') event.preventDefault()"><button>trap</button></div>
    <button>after the trap</button>
    <div style="overflow-x: auto; width: 200px" tabindex="-1"><div style="width: 400px">wide</div></div>
    <p style="width: 2000px">far too wide</p>
  </main>`;

const EXPECTED = [
  'color-contrast at p',
  'image-alt at img',
  'focus is not visible at button "quiet"',
  'focus is covered or out of sight at button "covered"',
  'Tab does not reach button "after the trap"',
  'scrolls sideways by 200 px at div',
  'px outside the window at p "far too wide"',
];

/** What of it is not found, or is found where nothing is wrong. */
export async function proof(browser) {
  const page = await browser.newPage();
  await page.setContent(WRONG);
  const found = [...(await accessible(page)), ...(await sideways(page)), ...(await keyboard(page))];
  await page.close();
  const missed = EXPECTED.filter((it) => !found.some((line) => line.includes(it)));
  const invented = found.filter((line) => line.includes('"reached"'));
  return [...missed.map((it) => `not found: ${it}; found: ${found.join(' | ')}`), ...invented];
}
