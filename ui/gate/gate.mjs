// The gate for pages: opens every page in every named state (tests/states), in both languages and themes and at both text
// sizes, in Chromium against the real core, and says what is wrong with it.
//
//   node gate/gate.mjs BRIDGE PAGES CHROMIUM [NAME…]
//
// BRIDGE is the built example `bridge`, PAGES the folder of the pages, CHROMIUM the browser. With names, only the states
// whose names begin so (`core`: the journey against the real core). `cargo xtask pages` starts it.
import { chromium } from 'playwright-core';
import { accessible } from './checks/accessible.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { sideways } from './checks/sideways.mjs';
import { startBridge } from './bridge.mjs';
import { journey } from './journey.mjs';
import { proof } from './proof.mjs';
import { OPENED, VARIANTS, named, viewport } from './variants.mjs';

/** The flags of a browser that nobody sees and that asks nobody on the network anything. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The moment of the named states (`sample::now`). */
const MOMENT = '2026-11-24T13:30:00Z';

/** One room of the bridge for each core of the machine that CI has. */
const WORKERS = 2;

const [program, folder, executablePath, ...only] = process.argv.slice(2);
if (!program || !folder || !executablePath) throw new Error('node gate/gate.mjs BRIDGE PAGES CHROMIUM [NAME…]');

const started = Date.now();
const bridge = await startBridge(program, folder);
const browser = await chromium.launch({ executablePath, args: FLAGS });
const tally = { passed: 0, failed: 0 };

const chosen = bridge.states.filter((name) => only.length === 0 || only.some((start) => name.startsWith(start)));
const work = chosen.flatMap((state) => [
  { state, press: null },
  ...OPENED.filter((it) => it.state === state).map(({ press }) => ({ state, press })),
]);
const total = work.length;
if (total === 0 && !only.includes('core')) throw new Error(`no state is called ${only.join(', ')}`);

/** Says what came of one test: what is wrong names the state, the page, the variant, the rule and the element. */
function judge(title, wrong) {
  tally[wrong.length === 0 ? 'passed' : 'failed'] += 1;
  for (const it of wrong) console.log(`FAILED ${title}: ${it}`);
}

async function open(page, room, { state, press }) {
  await page.setViewportSize(viewport(state));
  await bridge.show(room, state, VARIANTS[0]);
  await page.goto(bridge.address + room + '/');
  await page.waitForSelector('html[data-listening][data-revision]', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  if (press) await page.click(press);
}

/** Back to where the page began: a long list follows what is seen of it, and the walk has left that at its end. */
function backToTop(page) {
  return page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const element of document.querySelectorAll('*')) if (element.scrollTop > 0) element.scrollTop = 0;
  });
}

async function check(page, room, { state, press }, variant, trouble) {
  if (!press) await backToTop(page);
  const { revision, page: shown } = await bridge.show(room, state, variant);
  await page.waitForFunction((wanted) => Number(document.documentElement.dataset.revision) >= wanted, revision);
  // Sizes are in rem and 1rem is 10 px, so this is what twice as large letters in the browser's settings do.
  // What a window does on top of it, so that what was measured of the page is measured again.
  await page.evaluate(
    (size) => {
      document.documentElement.style.fontSize = size;
      dispatchEvent(new Event('resize'));
    },
    variant.text === 200 ? '125%' : '',
  );
  const wrong = [
    ...(await accessible(page)),
    ...(await sideways(page)),
    ...(variant.walked ? await keyboard(page) : []),
    ...trouble.splice(0),
  ];
  const where = press ? `${state}, after ${press}` : state;
  judge(`${where} (page ${shown.is}), ${named(variant)}`, wrong);
}

async function worker(number) {
  const room = `gate-${number}`;
  const context = await browser.newContext({
    viewport: viewport(''),
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.setFixedTime(MOMENT);
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(`script: ${error.message}`));
  page.on('console', (said) => {
    if (said.type() === 'error') trouble.push(`console: ${said.text()}`);
  });
  for (let next = work.shift(); next; next = work.shift()) {
    try {
      await open(page, room, next);
      for (const variant of VARIANTS) await check(page, room, next, variant, trouble);
    } catch (error) {
      judge(`${next.state}${next.press ? `, after ${next.press}` : ''}`, [String(error)]);
    }
    const done = total - work.length;
    if (done % 10 === 0) {
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(
        `   ${done} of ${total} states begun, ${tally.passed + tally.failed} tests, ${tally.failed} failed (${seconds} s)`,
      );
    }
  }
  await context.close();
}

try {
  judge('the gate on a page that is wrong', await proof(browser));
  console.log(`   ${total} states, each in ${VARIANTS.length} variants`);
  await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
  if (only.length === 0 || only.includes('core'))
    judge('the pages against the real core', await journey(browser, bridge));
} finally {
  await browser.close();
  bridge.stop();
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
