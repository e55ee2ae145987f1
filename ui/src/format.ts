// Dates, times and numbers as a person writes them, in the language of the window and the time zone of the machine.
import type { LanguageName, LoginName } from './backend/contract.gen';
import { language, t } from './messages/texts.svelte';

const LOCALES: Record<LanguageName, string> = { danish: 'da-DK', english: 'en-GB' };

/** "14.32", in English "14:32". */
export function time(at: string): string {
  return write(new Date(at), { hour: '2-digit', minute: '2-digit' });
}

/** "24. november 2026". */
export function date(at: string): string {
  return write(when(at), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "24. nov. 2026". */
export function shortDate(at: string): string {
  return write(when(at), { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "november", for 11. */
export function monthName(month: number): string {
  return write(new Date(2026, month - 1, 1), { month: 'long' });
}

/** "23. januar". */
export function dayAndMonth(at: string): string {
  return write(when(at), { day: 'numeric', month: 'long' });
}

/** "Lørdag". */
export function weekday(at: string): string {
  return write(when(at), { weekday: 'long' });
}

/** "tirsdag 24. november 2026 kl. 14.47". */
export function moment(at: string): string {
  const day = write(when(at), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return t('moment', { day: capital(day.replace(' den ', ' ')), time: time(at) });
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
  const year = when(at).getFullYear() === new Date().getFullYear() ? undefined : ('numeric' as const);
  return write(when(at), { day: 'numeric', month: 'short', ...(year && { year }) });
}

export function isToday(at: string): boolean {
  return when(at).toDateString() === new Date().toDateString();
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

/** Whole days from today to a date. */
export function daysUntil(day: string): number {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  return Math.round((when(day).getTime() - today.getTime()) / 86_400_000);
}

/** The date that three typed fields name, when there is one. */
export function understood(born: { day: string; month: string; year: string }): string | null {
  const [day, month, year] = [born.day, born.month, born.year].map((part) => Number(part.trim() || NaN)) as [
    number,
    number,
    number,
  ];
  if (!(year >= 1900)) return null;
  const it = new Date(year, month - 1, day);
  const exists = it.getFullYear() === year && it.getMonth() === month - 1 && it.getDate() === day;
  return exists ? write(it, { day: 'numeric', month: 'long', year: 'numeric' }) : null;
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

/** A date alone is a day in the calendar, whatever the time zone; a moment is shown in the machine's. */
function when(at: string): Date {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(at);
  return day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(at);
}

function write(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language()], options).format(at);
}
