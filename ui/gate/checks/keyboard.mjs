// The keyboard reaches everything: each control takes the focus by Tab, shows that it has it, and is in sight then.

/** How often Tab may be pressed for each control: once round from wherever the focus was, and once more. */
const ROUNDS = 2;

/** One line for each control that Tab does not reach, or that does not show its focus. */
export async function keyboard(page) {
  const controls = await page.evaluate(prepare);
  const wrong = new Set();
  const missed = new Set(controls);
  for (let pressed = 0; missed.size > 0 && pressed < ROUNDS * controls.length + 5; pressed += 1) {
    await page.keyboard.press('Tab');
    const { control, problems } = await page.evaluate(() => window.gate.focused());
    if (control) missed.delete(control);
    for (const problem of problems) wrong.add(problem);
  }
  return [...wrong, ...[...missed].map((control) => `keyboard: Tab does not reach ${control}`)];
}

/** Runs in the page: finds what can be used, and remembers how each looks without the focus. */
function prepare() {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
  const SHOWS = ['outline', 'boxShadow', 'borderColor', 'borderWidth', 'backgroundColor', 'textDecoration'];
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();

  const usable = (element) =>
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('[inert]') &&
    // While a question is open, what is under it cannot be reached, and shall not.
    (!document.querySelector('dialog:modal') || element.closest('dialog:modal'));

  /** A group of radio buttons is one stop: the chosen one, or any. */
  const keyOf = (element) => (element.type === 'radio' ? `the radio buttons ${element.name}` : nameOf(element));
  const nameOf = (element) => {
    const words = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
    const id = element.id ? `#${element.id}` : '';
    const act = element.dataset.act ? `[data-act="${element.dataset.act}"]` : '';
    return `${element.localName}${id}${act} "${words.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  };

  /** Controls hide behind their labels in dkfds, so a label may be what shows the focus. */
  const look = (element) =>
    [element, ...(element.labels ?? [])]
      .flatMap((it) => [null, '::before', '::after'].map((part) => getComputedStyle(it, part)))
      .map((style) => SHOWS.map((property) => style[property]).join(' '))
      .join('|');

  const controls = [...document.querySelectorAll(CONTROLS)].filter(usable);
  const looks = new Map(controls.map((element) => [element, look(element)]));

  window.gate = {
    focused() {
      const element = document.activeElement;
      if (!element || element === document.body || !looks.has(element)) return { control: null, problems: [] };
      const problems = [];
      if (look(element) === looks.get(element)) problems.push(`focus is not visible at ${nameOf(element)}`);
      const places = [element, ...(element.labels ?? [])].map((it) => it.getBoundingClientRect());
      const inSight = places.some((place) => {
        const [x, y] = [place.left + place.width / 2, place.top + Math.min(place.height / 2, 12)];
        const there = document.elementFromPoint(x, y);
        return (
          there &&
          (there.contains(element) ||
            element.contains(there) ||
            [...(element.labels ?? [])].some((it) => it.contains(there)))
        );
      });
      if (!inSight) problems.push(`focus is covered or out of sight at ${nameOf(element)}`);
      return { control: keyOf(element), problems };
    },
  };
  return [...new Set(controls.map(keyOf))];
}
