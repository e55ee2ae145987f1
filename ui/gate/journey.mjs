// The pages against the real core, not a named state: begins a case as a person does, and waits for what only an event
// can bring, the register's answer.

const NORDLYS = '13748136';

/** What is wrong, if anything. */
export async function journey(browser, bridge) {
  const page = await browser.newPage({ locale: 'da-DK' });
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${bridge.address}core/`);
    await page.click('main [data-act="begin"] >> nth=0');
    await page.waitForSelector('main[data-page="need"]');
    await page.click('[data-act="go-case"] >> nth=0');
    await page.waitForSelector('main[data-page="tasks"]');
    await page.click('[data-act="edit-organisation"] >> nth=0');
    await page.fill('#cvr', NORDLYS);
    await page.keyboard.press('Tab');
    await page.getByText('Nordlys Tømrer & Snedker ApS').first().waitFor();
    await page.reload();
    await page.waitForSelector('main[data-page="organisation"]');
    const kept = await page.inputValue('#cvr');
    return kept.replaceAll(' ', '') === NORDLYS ? [] : [`the number is not kept: ${kept}`];
  } catch (error) {
    return [String(error)];
  } finally {
    await page.close();
  }
}
