import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { setToday } from '../src/clock.svelte';
import * as format from '../src/format';
import { loadLanguage, speak, t } from '../src/messages/texts.svelte';

beforeAll(() => loadLanguage('english'));
beforeEach(() => {
  setToday('2026-11-24T12:00:00+01:00');
  speak('danish');
});

/** The spaces that do not break are spaces to a reader. */
const read = (text: string) => text.replace(/[\u00A0\u202F\u2060]/g, (mark) => (mark === '\u2060' ? '' : ' '));

describe('dates and times', () => {
  test.each([
    ['2026-11-24', '24. november 2026', '24 November 2026'],
    ['2024-02-29', '29. februar 2024', '29 February 2024'],
    // Late in the evening by UTC is the next day in Denmark.
    ['2026-07-01T00:30:00+02:00', '1. juli 2026', '1 July 2026'],
  ])('%s is the day %s, in English %s', (at, danish, english) => {
    expect(read(format.date(at))).toBe(danish);
    speak('english');
    expect(read(format.date(at))).toBe(english);
  });

  test.each([
    ['2026-11-24T14:05:00+01:00', '14.05', '14:05'],
    ['2026-07-02T00:00:00+02:00', '00.00', '00:00'],
  ])('%s is the time %s, in English %s', (at, danish, english) => {
    expect(format.time(at)).toBe(danish);
    speak('english');
    expect(format.time(at)).toBe(english);
  });

  test('today is told by its time, another day by its date, another year by its year', () => {
    expect(read(format.lately('2026-11-24T14:05:00+01:00'))).toBe('i dag kl. 14.05');
    expect(read(format.lately('2026-11-19T16:20:00+01:00'))).toBe('19. november kl. 16.20');
    expect(read(format.short('2026-11-19T16:20:00+01:00'))).toBe('19. nov.');
    expect(read(format.short('2025-11-19T16:20:00+01:00'))).toBe('19. nov. 2025');
  });

  test.each([
    ['2026-11-24', 0],
    ['2026-11-25', 1],
    ['2026-11-23', -1],
    // Over the night when the clock is put forward.
    ['2027-04-01', 128],
  ])('%s is %i days from today', (day, days) => {
    expect(format.daysUntil(day)).toBe(days);
  });
});

describe('what the first page shows', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test('is written without asking Intl', () => {
    const asked = () => {
      throw new Error('Intl was asked');
    };
    vi.stubGlobal('Intl', { DateTimeFormat: asked, NumberFormat: asked, PluralRules: asked });
    expect(read(format.lately('2026-11-19T16:20:00+01:00'))).toBe('19. november kl. 16.20');
    expect(read(format.dayAndMonth('2027-01-23'))).toBe('23. januar 2027');
    expect(read(format.dayAndMonth('2026-11-19'))).toBe('19. november');
    expect(format.isToday('2026-11-24')).toBe(true);
    expect(format.elsewhere()).toBeTypeOf('boolean');
    expect(format.amount(999)).toBe('999');
    expect(t('cases-matching', { n: 1 })).not.toBe(t('cases-matching', { n: 2 }));
    expect(() => format.amount(1000)).toThrow();
  });
});

describe('a date in three fields', () => {
  test.each([
    [{ day: '30', month: '11', year: '1987' }, '30. november 1987'],
    [{ day: ' 1', month: '02 ', year: '2000' }, '1. februar 2000'],
    [{ day: '29', month: '2', year: '2000' }, '29. februar 2000'],
    [{ day: '29', month: '2', year: '1900' }, null],
    [{ day: '31', month: '11', year: '1987' }, null],
    [{ day: '1', month: '13', year: '1987' }, null],
    [{ day: '0', month: '1', year: '1987' }, null],
    [{ day: '1', month: '1', year: '87' }, null],
    [{ day: '', month: '', year: '' }, null],
    [{ day: 'a', month: '1', year: '1987' }, null],
  ])('%o is understood as %s', (typed, shown) => {
    expect(read(format.understood(typed) ?? '') || null).toBe(shown);
  });

  test('goes into fields and back', () => {
    expect(format.inFields('2026-03-01')).toEqual({ day: '1', month: '3', year: '2026' });
    expect(format.fromFields({ day: '1', month: ' 3', year: '2026' })).toBe('2026-03-01');
  });
});

describe('words and numbers', () => {
  test.each([
    [0, '1 kB'],
    [499, '1 kB'],
    [820_000, '820 kB'],
    [999_999, '1.000 kB'],
    [1_000_000, '1 MB'],
    [1_449_000, '1,4 MB'],
  ])('%i bytes are %s', (bytes, shown) => {
    expect(read(format.size(bytes))).toBe(shown);
  });

  test.each([
    ['DIREKTØR', 'direktør'],
    ['ADM. DIREKTØR', 'adm. direktør'],
    ['Formand', 'Formand'],
    ['', ''],
  ])('the role %s is written %s', (cvr, shown) => {
    expect(format.role(cvr)).toBe(shown);
  });

  test.each([
    ['Mette Lindegaard Krogh', 'Mette'],
    ['  Søren  Winther', 'Søren'],
    ['', ''],
  ])('the first name of "%s" is "%s"', (name, first) => {
    expect(format.firstName(name)).toBe(first);
  });

  test.each([
    [['Der stod »to valg«', 'Skrevet i går'], 'Der stod »to valg«. Skrevet i går'],
    [['Der stod »to valg.«', 'Skrevet i går'], 'Der stod »to valg.« Skrevet i går'],
    [['“Two choices?”', 'Noted yesterday', ''], '“Two choices?” Noted yesterday'],
    [['Alene', ''], 'Alene'],
  ])('%j end once', (parts, shown) => {
    expect(format.sentences(parts)).toBe(shown);
  });

  test('a first letter becomes a capital, whatever alphabet it is of', () => {
    expect(['ærø', 'tirsdag', ''].map(format.capital)).toEqual(['Ærø', 'Tirsdag', '']);
  });
});
