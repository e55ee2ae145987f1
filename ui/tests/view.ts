// The view that the tests of a session are told: a page that asks nothing, with what a test wants of it.
import type { View } from '../src/backend/contract.gen';

export function view(revision: number, more: Partial<View> = {}): View {
  return {
    revision,
    environment: 'practice',
    language: 'danish',
    theme: 'light',
    today: '2026-11-24T12:00:00+01:00',
    page: { is: 'help', version: '0.0.0', system: 'linux', rules: '2026-11-22', guide: '2026-11-22', notes: [] },
    caseCount: 0,
    case: null,
    problem: null,
    problemCode: null,
    fieldProblems: [],
    preflight: null,
    written: null,
    moved: null,
    closing: false,
    locking: false,
    ...more,
  };
}
