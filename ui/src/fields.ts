// Fields are named by the core's paths (`administrators.0.email`); in the page the same name is the element's id.

import type { Asked } from './backend/contract.gen';
import { happened, t } from './messages/texts.svelte';

/** The longest text that a field takes, in characters; and the longest name. */
export const LONGEST = 400;
export const LONGEST_NAME = 120;

/** The fields that only the representative's page has. */
export const OF_THE_REPRESENTATIVE: readonly string[] = [
  'representative.name',
  'representative.title',
  'representative.email',
  'representative.hasMitid',
];

/** What is wrong, after the question that it belongs to: "Har du privat MitID? Vælg et svar". */
export function said(problem: { code: string; asked: Asked | null }): string {
  const { code, asked } = problem;
  if (!asked) return happened(code);
  const question = t(`asked-${asked.name}`, { n: asked.number ?? 0 });
  return question.endsWith('?') ? `${question} ${happened(code)}` : `${question}: ${happened(code)}`;
}

export function idOf(path: string): string {
  return path.replaceAll('.', '-');
}

/** Moves the focus to a field; in a group to the answer that is chosen, or to the first control. */
export function focusField(path: string): boolean {
  const place = document.getElementById(idOf(path));
  const control = place?.matches('input, button, textarea, select')
    ? place
    : (place?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
      place?.querySelector<HTMLElement>('input, button, textarea, select'));
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
  return Boolean(control);
}
