// One clock, the Danish one, whatever the computer's is set to.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setToday } from '../src/clock.svelte';
import { date, daysUntil, elsewhere, isToday, lately, moment, monthName, short, time, understood } from '../src/format';
import { speak } from '../src/messages/texts.svelte';

/** The tests run in Node.js, whose types the window does not know. */
declare const process: { env: { TZ?: string | undefined } };

const ZONES = ['Europe/Copenhagen', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'UTC'];
/** Half past eleven in the evening in Denmark on the 24th; another day in New York's afternoon, Tokyo's morning. */
const NIGHT = '2026-11-24T23:30:00+01:00';
const before = process.env.TZ;

beforeEach(() => {
  speak('danish');
  setToday('2026-11-24T12:00:00+01:00');
});
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test.each(ZONES)('a moment and its day are told by the Danish clock (%s)', (zone) => {
  process.env.TZ = zone;
  expect(time(NIGHT)).toBe('23.30');
  expect(date(NIGHT)).toBe('24.\u00A0november 2026');
  expect(isToday(NIGHT)).toBe(true);
  expect(isToday('2026-11-25T00:30:00+01:00')).toBe(false);
  expect(lately(NIGHT)).toBe('i dag kl.\u00A023.30');
  expect(short('2026-11-24T00:30:00+01:00')).toBe('I dag 00.30');
  expect(moment(NIGHT).replace(/ \(.*\)$/, '')).toBe('Tirsdag 24. november 2026 kl.\u00A023.30');
});

test.each(ZONES)('a day in the calendar is that day everywhere (%s)', (zone) => {
  process.env.TZ = zone;
  expect(date('1987-11-30')).toBe('30.\u00A0november 1987');
  expect(understood({ day: '30', month: '11', year: '1987' })).toBe('30.\u00A0november 1987');
  expect(understood({ day: '31', month: '11', year: '1987' })).toBeNull();
  expect(understood({ day: '', month: '11', year: '1987' })).toBeNull();
  expect(isToday('2026-11-24')).toBe(true);
  expect(daysUntil('2027-01-23')).toBe(60);
  expect(daysUntil('2026-11-23')).toBe(-1);
  expect(monthName(11)).toBe('november');
});

test('it is said where the computer shows another time', () => {
  process.env.TZ = 'America/New_York';
  expect(elsewhere()).toBe(true);
  expect(moment(NIGHT)).toContain('dansk tid');
  process.env.TZ = 'Europe/Stockholm';
  expect(elsewhere()).toBe(false);
  expect(moment(NIGHT)).not.toContain('dansk tid');
});
