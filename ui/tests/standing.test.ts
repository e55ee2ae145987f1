// How a case stands, in one sentence of the list: what was stated of it, else the verdict, else nothing.
import { beforeAll, expect, test } from 'vitest';
import type { CaseRow } from '../src/backend/contract.gen';
import { setToday } from '../src/clock.svelte';
import { speak } from '../src/messages/texts.svelte';
import { standing } from '../src/parts/standing';

beforeAll(() => setToday('2026-11-24T12:00:00+01:00'));

const row = (change: Partial<CaseRow>): CaseRow => ({
  id: '1',
  name: null,
  cvr: null,
  state: 'draft',
  next: 'need',
  done: 0,
  changed: '2026-11-24T13:30:00Z',
  representative: null,
  problem: null,
  needsAttention: false,
  deadline: null,
  verdict: null,
  why: null,
  stated: null,
  ...change,
});

test.each<[Partial<CaseRow>, string | null]>([
  [{ verdict: 'open' }, null],
  [{ verdict: 'automatic' }, 'Kan tilsluttes automatisk'],
  [
    { verdict: 'impossible', why: 'Organisationen er under konkurs' },
    'Kan ikke tilsluttes: organisationen er under konkurs',
  ],
  [{ state: 'underReview', stated: '2026-11-17' }, 'Dokumentation sendt 17. november'],
  [
    {
      state: 'underReview',
      stated: '2026-11-04',
      deadline: { kind: 'answerExpected', day: '2026-11-18', past: true },
    },
    'Intet svar er oplyst endnu',
  ],
  [{ state: 'statedConcluded', stated: '2026-11-24' }, 'Kun oplyst: ingen underskrevet e-mail viser det'],
  [{ state: 'rejected', why: 'Titlen mangler' }, 'Titlen mangler'],
  [{ state: 'withdrawn', why: 'Titlen mangler' }, null],
])('%o', (change, said) => {
  speak('danish');
  expect(standing(row(change))?.text.replaceAll('\u2060', '').replaceAll('\u00A0', ' ') ?? null).toBe(said);
});
