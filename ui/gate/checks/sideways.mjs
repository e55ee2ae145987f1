// Nothing scrolls sideways, and nothing is cut off at the window's edge.

/** One line for each element that is wider than what it stands in. */
export async function sideways(page) {
  return page.evaluate(() => {
    /** @param {Element} element */
    const name = (element) => {
      const id = element.id ? `#${element.id}` : '';
      const classes = [...element.classList].map((it) => `.${it}`).join('');
      return `${element.localName}${id}${classes} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    };
    const hidden = (element) => {
      const { clipPath, clip, position } = getComputedStyle(element);
      return position === 'absolute' && (clipPath !== 'none' || clip !== 'auto');
    };
    const wrong = [];
    /** Elements that stand outside; what is in them does too, and is not said again. */
    const outside = new Set();
    for (const element of document.querySelectorAll('html, body, body *')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg')) continue;
      const overflow = getComputedStyle(element).overflowX;
      const over = element.scrollWidth - element.clientWidth;
      if (
        over > 1 &&
        element.clientWidth > 0 &&
        (element.localName === 'html' || overflow === 'auto' || overflow === 'scroll')
      )
        wrong.push(`scrolls sideways by ${over} px at ${name(element)}`);
      const { left, right, width, height } = element.getBoundingClientRect();
      const visible = width > 0 && height > 0 && !hidden(element) && !element.closest('.sr-only');
      if (!visible || (right <= innerWidth + 1 && left >= -1)) continue;
      outside.add(element);
      const past = Math.round(Math.max(right - innerWidth, -left));
      if (!outside.has(element.parentElement)) wrong.push(`stands ${past} px outside the window at ${name(element)}`);
    }
    return wrong;
  });
}
