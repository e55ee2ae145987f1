import { beforeEach, describe, expect, test } from 'vitest';
import { focusField, idOf } from '../src/fields';

describe('fields', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <input id="cvr">
      <fieldset id="role">
        <input type="radio" name="role" id="role-a" value="a">
        <input type="radio" name="role" id="role-b" value="b" checked>
      </fieldset>
      <fieldset id="administrators-0-born"><input id="administrators-0-born-day"></fieldset>
      <p id="nothing">no control in here</p>`;
  });

  test('a path of the core is an id of the page', () => {
    expect(idOf('cvr')).toBe('cvr');
    expect(idOf('administrators.0.born')).toBe('administrators-0-born');
  });

  test.each([
    ['cvr', 'cvr'],
    ['role', 'role-b'],
    ['administrators.0.born', 'administrators-0-born-day'],
  ])('the field %s takes the focus at %s', (path, id) => {
    expect(focusField(path)).toBe(true);
    expect(document.activeElement?.id).toBe(id);
  });

  test.each(['nothing', 'not.on.this.page'])('%s cannot take it, which is said', (path) => {
    expect(focusField(path)).toBe(false);
  });
});
