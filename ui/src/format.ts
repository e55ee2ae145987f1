// Dates, times and numbers as a person writes them, in the language of the window. There is one clock, the Danish one
// (clock.svelte.ts): what the window tells is what the receipt tells, whatever the computer's clock is set to. What the
// first page shows asks nothing of `Intl`: the first question takes WebKit a noticeable part of a start.
import type { LanguageName, LoginName } from './backend/contract.gen';
import { today } from './clock.svelte';
import { isPlain, language, t, type Key } from './messages/texts.svelte';

const LOCALES: Record<LanguageName, string> = { danish: 'da-DK', english: 'en-GB' };
const DENMARK = 'Europe/Copenhagen';

/** "14.32", in English "14:32". */
export function time(at: string): string {
  return t('clock-written', { hour: at.slice(11, 13), minute: at.slice(14, 16) });
}

/** "24. november 2026". */
export function date(at: string): string {
  return t('day-written', parts(at));
}

/** "24. nov. 2026". */
export function shortDate(at: string): string {
  return write(at, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "november", for 11. */
export function monthName(month: number): string {
  return t(`month-${month}` as Key & `month-${number}`);
}

/** "23. januar". */
export function dayAndMonth(at: string): string {
  if (isOfAnotherYear(at)) return date(at);
  const { day, month } = parts(at);
  return t('day-and-month', { day, month });
}

/** "Lørdag". */
export function weekday(at: string): string {
  return write(at, { weekday: 'long' });
}

/** "tirsdag 24. november 2026 kl. 14.47". */
export function moment(at: string): string {
  const day = write(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const told = t('moment', { day: capital(day.replace(' den ', ' ')), time: time(at) });
  return elsewhere(at) ? t('moment-danish', { moment: told }) : told;
}

/** "i dag kl. 14.32", "19. november kl. 16.20". */
export function lately(at: string): string {
  return isToday(at)
    ? t('lately-today', { time: time(at) })
    : t('lately-earlier', { day: dayAndMonth(at), time: time(at) });
}

/** The time today ("kl. 14.32", or "Kl. 14.32" where it stands first), or the day: "19. november". */
export function clockOrDay(at: string, word: 'at' | 'at-lower'): string {
  return isToday(at) ? t(word, { time: time(at) }) : dayAndMonth(at);
}

/** "I dag 14.32", "19. nov.", and the year when it is not this one. */
export function short(at: string): string {
  if (isToday(at)) return t('short-today', { time: time(at) });
  const year = isOfAnotherYear(at) ? ('numeric' as const) : undefined;
  return write(at, { day: 'numeric', month: 'short', ...(year && { year }) });
}

function isOfAnotherYear(at: string): boolean {
  return at.slice(0, 4) !== today().slice(0, 4);
}

export function isToday(at: string): boolean {
  return dayOf(at) === dayOf(today());
}

/** "1,4 MB", "820 kB". */
export function size(bytes: number): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' ? 1 : 0;
  const shown = new Intl.NumberFormat(LOCALES[language()], { maximumFractionDigits: digits }).format(
    Math.max(amount, digits === 0 ? 1 : 0.1),
  );
  return `${shown}\u00A0${unit}`;
}

/** "100.000", in English "100,000". */
export function amount(n: number): string {
  if (isPlain(n)) return String(n);
  return new Intl.NumberFormat(LOCALES[language()]).format(n);
}

/** Whole days from today to a date. */
export function daysUntil(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayOf(today()))) / 86_400_000);
}

/** The date that three typed fields name, when there is one. */
export function understood(born: { day: string; month: string; year: string }): string | null {
  const [day, month, year] = [born.day, born.month, born.year].map((part) => Number(part.trim() || NaN)) as [
    number,
    number,
    number,
  ];
  if (!(year >= 1900 && year <= 9999)) return null;
  const it = new Date(Date.UTC(year, month - 1, day));
  const exists = it.getUTCFullYear() === year && it.getUTCMonth() === month - 1 && it.getUTCDate() === day;
  return exists ? date(it.toISOString()) : null;
}

/** A date in three fields, as they are typed. */
export function inFields(day: string): { day: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

/** What three fields say, as the core reads dates. What is no date stays none: the core says so. */
export function fromFields(typed: { day: string; month: string; year: string }): string {
  return [typed.year.trim(), typed.month.trim().padStart(2, '0'), typed.day.trim().padStart(2, '0')].join('-');
}

/** The first of a person's names. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** A role as CVR has it, without its capitals: "DIREKTØR" is "direktør". What has small letters is left alone. */
export function role(text: string): string {
  const locale = LOCALES.danish;
  return text === text.toLocaleUpperCase(locale) ? text.toLocaleLowerCase(locale) : text;
}

/** Who logged in: the name, or that MitID told none. */
export function loginName(who: LoginName): string {
  if (who.is === 'given') return who.name;
  return t(who.is === 'protected' ? 'login-name-protected' : 'login-name-not-given');
}

/** A length of time in its two largest units: "1 time og 5 minutter". */
export function duration(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const units = [
    ['time-days', Math.floor(whole / 86_400)],
    ['time-hours', Math.floor(whole / 3_600) % 24],
    ['time-minutes', Math.floor(whole / 60) % 60],
    ['time-seconds', whole % 60],
  ] as const;
  const first = units.findIndex(([, n]) => n > 0);
  const parts = units
    .slice(Math.max(first, 0), Math.max(first, 0) + 2)
    .filter(([, n]) => n > 0)
    .map(([key, n]) => t(key, { n }));
  if (parts.length === 2) return t('time-and', { first: parts[0] ?? '', last: parts[1] ?? '' });
  return parts[0] ?? t('time-seconds', { n: 0 });
}

/** How wrong the computer's clock was: by how many seconds it was behind MitID's. */
export function clockWas(behind: number): string {
  return t(behind > 0 ? 'clock-was-behind' : 'clock-was-ahead', { difference: duration(behind) });
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(LOCALES[language()]) + text.slice(1);
}

/** Sentences one after the other. One that ends as a sentence, in a quotation too, gets no second full stop. */
export function sentences(parts: string[]): string {
  const said = parts.filter(Boolean);
  return said.map((part, i) => (i + 1 < said.length && !/[.!?…][«”"]?$/.test(part) ? `${part}.` : part)).join(' ');
}

/** The computer's clock shows another time than the Danish one, at a moment; without one, today. */
export function elsewhere(at: string = today()): boolean {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(at) ?? [];
  const east = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return -new Date(at).getTimezoneOffset() !== east;
}

/** A date alone, whatever the time zone. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day in Denmark: `2026-11-24`. */
function dayOf(at: string): string {
  return at.slice(0, 10);
}

/** What a day is written of. */
function parts(at: string): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = dayOf(at).split('-');
  return { day: String(Number(day)), month: monthName(Number(month)), year: String(Number(year)) };
}

/** A date alone is a day in the calendar; a moment is shown by the Danish clock. */
function write(at: string, options: Intl.DateTimeFormatOptions): string {
  const timeZone = DAY.test(at) ? 'UTC' : DENMARK;
  return new Intl.DateTimeFormat(LOCALES[language()], { ...options, timeZone }).format(new Date(at));
}
