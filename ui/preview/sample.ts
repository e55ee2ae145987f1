// The case, the people and the register of the views in fixtures.ts.
import type {
  Approval,
  CaseHead,
  CaseRow,
  Change,
  ConnectionSummary,
  Copied,
  Delivery,
  Finding,
  Found,
  Listing,
  OrganisationSummary,
  Preflight,
  Register,
  Page,
  PracticeEntry,
  Preview,
  ReceiptRow,
  Step,
  StepName,
  StatusName,
  StepState,
  Terms,
  TimelineApproval,
  Told,
  Tried,
  Update,
  Verification,
  View,
} from '../src/backend/contract.gen';
import type { PageOf } from '../src/pages/page';
import { choices, rules } from './book';

const now = Date.now();
export const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const ahead = (minutes: number) => ago(-minutes);
export const days = (n: number) => new Date(now + n * 86_400_000).toISOString().slice(0, 10);
export const ID = '0123456789abcdef0123456789abcdef';

export const organisation: OrganisationSummary = {
  cvr: '13 74 81 36',
  name: 'Nordlys Tømrer & Snedker ApS',
  address: ['Savværksvej 12', '5700 Svendborg'],
  form: 'Anpartsselskab',
  status: 'active',
  statusText: 'Normal',
  candidates: [
    { name: 'Mette Lindegaard Krogh', role: 'DIREKTØR', kind: 'person' },
    { name: 'Palle Krogh', role: 'BESTYRELSESMEDLEM', kind: 'person' },
    { name: 'Annika Lindqvist', role: 'BESTYRELSESMEDLEM', kind: 'personWithoutCpr' },
  ],
  signingRule: 'Selskabet tegnes af en direktør alene.',
  source: 'practice',
  tellsManagement: true,
  lookedUp: ago(40),
};

export const typed: OrganisationSummary = {
  ...organisation,
  address: [],
  status: 'uncertain',
  statusText: '',
  candidates: [],
  signingRule: null,
  source: 'typed',
  tellsManagement: false,
};

export const terms: Terms = {
  title: 'Vilkår for Brugerorganisationer i MitID Erhverv',
  published: '2024-04-17',
  annexes: [
    'Vilkår og betingelser for dedikeret MitID til erhvervsbrugere',
    'OCES brugercertifikater',
    'OCES organisationscertifikater',
    'Kvalificerede brugersignaturer',
    'Kvalificerede segl',
    'Handelsbetingelser for fysiske MitID identifikationsmidler',
    'Brugerorganisationers anvendelse af Lokal IdP',
  ],
  summaryShown: null,
  opened: null,
  accepted: false,
};
export const read: Terms = { ...terms, summaryShown: ago(60 * 26 + 4), opened: ago(60 * 26), accepted: true };

/** What a reporter sees: the code of the hand-over, and never that of the approval. */
export const handOverCode = ['H0VR', '8W2C', 'K5NM'];

export const preview: Preview = {
  code: ['7K4M', 'Q2XR', '9TDB'],
  referenceText: 'Tilslut CVR 13748136 til MitID Erhverv, 2 administratorer. Kode 7K4M Q2XR 9TDB',
  exact: JSON.stringify(
    {
      administrators: [{ born: '1981-03-14', email: 'mette@nordlystomrer.example', name: 'Mette Lindegaard Krogh' }],
      caseId: ID,
      environment: 'practice',
      organisation: { cvr: '13748136', name: 'Nordlys Tømrer & Snedker ApS' },
      type: 'tilslut/approval-request/v2',
    },
    null,
    2,
  ),
};

export const connection: ConnectionSummary = {
  organisation,
  representativeName: 'Mette Lindegaard Krogh',
  representativeTitle: 'direktør',
  representativeEmail: 'mette@nordlystomrer.example',
  administrators: [
    {
      name: 'Mette Lindegaard Krogh',
      email: 'mette@nordlystomrer.example',
      born: '1981-03-14',
      isRepresentative: true,
      isReporter: false,
      linkSent: ago(2),
    },
    {
      name: 'Søren Thorup Winther',
      email: 'soren@nordlystomrer.example',
      born: '1987-11-30',
      isRepresentative: false,
      isReporter: false,
      linkSent: ago(2),
    },
  ],
  enclosed: [],
};

const step = (name: StepName, state: StepState, more: Partial<Step> = {}): Step => ({
  step: name,
  state,
  current: false,
  count: 0,
  at: null,
  ...more,
});
export const steps = (current: StepName | null, more: Partial<Record<StepName, Partial<Step>>> = {}): Step[] =>
  [
    step('logIn', 'later'),
    step('terms', 'ready', { at: ago(60 * 26) }),
    step('administrators', 'ready', { count: 2 }),
    step('approve', 'open'),
  ].map((it) => ({ ...it, current: it.step === current, ...more[it.step] }));

export const head = (steps: Step[], more: Partial<CaseHead> = {}): CaseHead => ({
  id: ID,
  name: 'Nordlys Tømrer & Snedker ApS',
  cvr: '13 74 81 36',
  steps,
  saved: { is: 'at', at: ago(1) },
  reporter: null,
  deletable: true,
  number: null,
  setAside: [],
  ...more,
});

export const view = (page: Page, more: Partial<View> = {}): View => ({
  revision: 1,
  environment: 'practice',
  language: 'danish',
  theme: 'light',
  page,
  caseCount: 7,
  case: null,
  problem: null,
  fieldProblems: [],
  preflight: null,
  written: null,
  ...more,
});

export const finding = (
  rule: string,
  severity: Finding['severity'],
  part: Finding['part'],
  field: string,
  wrong: string,
  remedy: string,
): Finding => ({
  rule,
  severity,
  part,
  field,
  unanswered: false,
  wrong,
  remedy,
  certainty: 'official',
});

const favours = (['organisationActive', 'formAutomatic', 'representativeHasMitid'] as const).map((what) => ({
  what,
  role: null,
}));

const single = finding(
  'administrator-single',
  'advice',
  'administrators',
  'administrators',
  'Kun én administrator er udpeget',
  'Udpeg mindst to, så ingen bliver låst ude, når den ene stopper.',
);

export const good: Preflight = {
  verdict: 'automatic',
  inFavour: [...favours, { what: 'representativeListed', role: 'DIREKTØR' }],
  findings: [single],
  rules: rules([], 'da').length,
  asOf: '2026-11-22',
};

export const documented: Preflight = {
  ...good,
  verdict: 'documents',
  inFavour: favours,
  findings: [
    finding(
      'representative-not-in-cvr',
      'documents',
      'representative',
      'representative.name',
      'Søren Winther står ikke i CVR',
      'Vedhæft bevis for tilknytning, eller vælg en, der står i CVR.',
    ),
    single,
  ],
};

export const open: Preflight = {
  ...good,
  verdict: 'open',
  inFavour: favours.slice(0, 1),
  findings: [
    {
      ...finding(
        'representative-title-missing',
        'stops',
        'representative',
        'representative.title',
        'Ledelsesrepræsentantens titel mangler',
        'Skriv den titel, der viser rollen i ledelsen, fx direktør, ejer eller formand.',
      ),
      unanswered: true,
    },
    {
      ...finding(
        'administrator-missing',
        'stops',
        'administrators',
        'administrators',
        'Der er ikke udpeget nogen organisationsadministrator',
        'Udpeg mindst én, gerne flere. Det kan være ledelsesrepræsentanten selv, anmelderen eller en udenfor, fx revisor eller advokat.',
      ),
      unanswered: true,
    },
  ],
};

export const impossible: Preflight = {
  ...good,
  verdict: 'impossible',
  inFavour: favours.slice(2),
  findings: [
    finding(
      'bankruptcy-blocked',
      'stops',
      'organisation',
      'cvr',
      'Strandparkens Køkken & Bad ApS under konkurs er under konkurs og er spærret i MitID Erhverv',
      'Lad kurator stå som ledelsesrepræsentant. Udpegningen fra Skifteretten skal vedlægges.',
    ),
    ...documented.findings,
    {
      ...finding(
        'signing-jointly',
        'advice',
        'organisation',
        'cvr',
        'Strandparkens Køkken & Bad ApS under konkurs tegnes af flere i forening',
        'I behøver som regel kun én ledelsesrepræsentant. Aftal internt, at de andre er enige.',
      ),
      certainty: 'general',
    },
  ],
};

export const notNeeded: Preflight = {
  ...good,
  verdict: 'notNeeded',
  findings: [
    finding(
      'need-signs-alone',
      'advice',
      'need',
      'need.people',
      'Den, der tegner virksomheden alene og handler alene, behøver ingen tilslutning',
      'Log ind med MitID privat til erhverv. I skal kun tilsluttes, hvis andre også skal handle digitalt for virksomheden.',
    ),
  ],
};

/** One administrator about whom the rules have much to say. */
export const troubled: Preflight = {
  ...impossible,
  findings: [
    finding(
      'administrator-without-cpr',
      'stops',
      'administrators',
      'administrators.0.hasCpr',
      'Søren Thorup Winther har ikke et dansk CPR-nummer og kan ikke være den første organisationsadministrator',
      'Udpeg en anden. Uden CPR-nummer kan opsætningen ikke gøres færdig, og I begynder forfra. Medarbejdere uden CPR-nummer kan oprettes som brugere bagefter.',
    ),
    finding(
      'administrator-mitid-unknown',
      'warning',
      'administrators',
      'administrators.0.hasMitid',
      'Det er ikke afklaret, om Søren Thorup Winther har privat MitID på niveau Betydelig',
      'Spørg Søren Thorup Winther. Den, der har dansk CPR-nummer og MitID, har niveauet.',
    ),
    {
      ...finding(
        'administrator-under-18',
        'warning',
        'administrators',
        'administrators.0.born',
        'Søren Thorup Winther er under 18 år',
        'Se efter, om fødselsdatoen er rigtig. Udpeg som regel en myndig person.',
      ),
      certainty: 'general',
    },
    finding(
      'administrator-email-role',
      'warning',
      'administrators',
      'administrators.0.email',
      'kontor@nordlystomrer.example ser ud til at være en fælles postkasse',
      'Skriv en adresse, som kun Søren Thorup Winther læser. Linket til opsætning sendes dertil og er personligt.',
    ),
    single,
  ],
};

const row = (
  name: string | null,
  cvr: string | null,
  state: CaseRow['state'],
  next: CaseRow['next'],
  more: Partial<CaseRow> = {},
): CaseRow => ({
  id: `${state}${next}`,
  name,
  cvr,
  state,
  next,
  done: 0,
  changed: ago(120),
  representative: null,
  problem: null,
  ...more,
});

export const cases: CaseRow[] = [
  row('Nordlys Tømrer & Snedker ApS', '13 74 81 36', 'draft', 'administrators', { done: 3, changed: ago(3) }),
  row('Kystvejens Vandværk A.m.b.a.', '98 36 12 78', 'refused', 'readRefusal', { changed: ago(300) }),
  row('Havnegadens Bageri I/S', '95 50 41 83', 'handedOver', 'waitForRepresentative', {
    representative: 'Bente Rask Olesen',
    changed: ago(60 * 80),
  }),
  row('Bakkegårdens Maskinstation ApS', '99 42 08 63', 'unknown', 'askReceiver', { changed: ago(60 * 100) }),
  row('Ejerforeningen Fjordbakken', '96 27 31 18', 'delivered', 'setUp', { changed: ago(60 * 24 * 50) }),
  row('Skovly Friskole', '93 68 15 09', 'draft', 'approve', {
    problem: 'login-refused',
    done: 5,
    changed: ago(60 * 24 * 60),
  }),
  row('Lyng Andersen Murerforretning', '94 81 70 21', 'notNeeded', 'nothing', { changed: ago(60 * 24 * 400) }),
];

export const born = { day: '', month: '', year: '' };
export const own = {
  representativeToo: true,
  representativeBorn: { day: '14', month: '3', year: '1981' },
  representativeHasCpr: 'yes' as const,
};
export const soren = {
  name: 'Søren Thorup Winther',
  email: 'soren@nordlystomrer.example',
  born: { day: '30', month: '11', year: '1987' },
  hasCpr: 'yes' as const,
  hasMitid: 'yes' as const,
};
export const mette = {
  name: 'Mette Lindegaard Krogh',
  title: 'direktør',
  email: 'mette@nordlystomrer.example',
  hasMitid: 'yes' as const,
};
export const listing: Listing = { is: 'offered' };

export const register: Register = { source: 'practice', wants: null, hasKey: false, inTheOpen: false, searches: true };
export const asOrganisation = {
  cvr: '13748136',
  byHand: false,
  typedName: '',
  typedForm: null,
  role: 'representative' as const,
  reporterName: '',
  reporterOrganisation: '',
  reporterEmail: '',
};
export const changes: Change[] = [
  { what: 'name', before: 'Nordlys Tømrerforretning ApS', now: 'Nordlys Tømrer & Snedker ApS' },
  { what: 'address', before: 'Havnegade 2, 5700 Svendborg', now: 'Savværksvej 12, 5700 Svendborg' },
  { what: 'joined', before: null, now: 'Palle Krogh, BESTYRELSESMEDLEM' },
  { what: 'left', before: 'Orla Krogh, FORMAND', now: '' },
];
export const found: Found[] = [
  ['13748136', 'Nordlys Tømrer & Snedker ApS', 'Savværksvej 12, 5700 Svendborg', 'Anpartsselskab', 'active'],
  ['94205360', 'Nordlys Køkken & Bad ApS under konkurs', 'Strandparken 66, 8300 Odder', 'Anpartsselskab', 'dissolving'],
  ['95018238', 'Planteskolen Nordlys', '', 'Enkeltmandsvirksomhed', 'ceased'],
  ['99889500', 'Foreningen Nordlysets Venner i Tranekær og omegn', 'Botofte, 5953 Tranekær', 'Forening', 'uncertain'],
].map(([cvr = '', name = '', address = '', form = '', status = '']) => ({
  cvr,
  shown: cvr.replace(/(..)(?=.)/g, '$1 '),
  name,
  address,
  form,
  status: status as StatusName,
}));
export const asReporter = {
  cvr: '13748136',
  byHand: false,
  typedName: '',
  typedForm: null,
  role: 'reporter' as const,
  reporterName: 'Jens Aagaard Holm',
  reporterOrganisation: 'Holm & Bjerre Revision ApS',
  reporterEmail: 'jens@holmbjerre.example',
};
export const reporter = {
  name: 'Jens Aagaard Holm',
  firstName: 'Jens',
  organisation: 'Holm & Bjerre Revision ApS',
  email: 'jens@holmbjerre.example',
};

export const drafting = (page: Page, current: StepName | null = null, more: Partial<View> = {}) =>
  view(page, { case: head(steps(current)), preflight: good, ...more });

/** An approval under the representative's own name, or under another. */
export const approval = (more: Partial<Approval> = {}): Approval => ({
  approver: 'Mette Lindegaard Krogh',
  found: 'same',
  candidate: null,
  authority: 'untold',
  explanation: null,
  at: ago(4),
  level: 'b',
  code: preview.code,
  ...more,
});

export const another: Partial<Approval> = { approver: 'Søren Winther', found: 'notListed' };

export const confirming = (more: Partial<Approval> = another, with_: Partial<View> = {}) =>
  view(
    { is: 'confirm', connection, approval: approval(more) },
    {
      case: head(steps('approve', { logIn: { state: 'done', at: ago(4) }, approve: { state: 'active', at: ago(4) } }), {
        deletable: false,
      }),
      ...with_,
    },
  );

export const done = (
  delivery: Delivery,
  more: Partial<View> = {},
  by: Partial<Approval> = {},
  copied: Copied | null = null,
) =>
  view(
    {
      is: 'done',
      connection,
      approval: approval(by),
      delivery,
      expected: null,
      setupDeadline: days(60),
      keepUntil: '2031-12-31',
      receipt: 7,
      copied,
    },
    {
      case: head(
        [
          step('logIn', 'done', { at: ago(5) }),
          step('terms', 'done', { at: ago(5) }),
          step('administrators', 'done', { count: 2 }),
          step('approve', 'done', { at: ago(4) }),
        ],
        { deletable: false, number: delivery.is === 'accepted' ? delivery.caseNumber : null },
      ),
      ...more,
    },
  );

export const login = {
  link: 'http://127.0.0.1:40123/mitid/authorize?x=1',
  host: '127.0.0.1',
  since: ago(0.3),
  until: ahead(9.7),
  browserFailed: false,
  otherAnswer: false,
};
export const settings = (update: Update, more: Partial<PageOf<'settings'>> = {}) =>
  view({
    is: 'settings',
    key: 'keyStore',
    recovery: false,
    recoveryCode: null,
    version: '0.1.0',
    update,
    register,
    broker: { host: null, wants: null, hasKey: false },
    folder: null,
    uncopied: 0,
    retention: { years: 5, yearEnds: 12, suggestedYears: 5 },
    ...more,
  });

export const approving = (it: typeof login | null) =>
  view(
    { is: 'approve', login: it, preview, handsOver: false },
    { case: head(steps('approve', { logIn: { state: 'active' }, approve: { state: 'active' } })) },
  );

export const practiceWorld: { organisations: PracticeEntry[]; persons: PracticeEntry[] } = {
  organisations: [
    {
      name: 'Nordlys Tømrer & Snedker ApS',
      cvr: '13 74 81 36',
      shows: 'Anpartsselskab med én direktør, Mette Lindegaard Krogh. Begynd her.',
    },
    {
      name: 'Norrsken Bygg, filial af Norrsken Bygg AB, Sverige',
      cvr: '94 81 70 21',
      shows: 'Filial af udenlandsk selskab: filialbestyreren har ikke CPR-nummer.',
    },
    { name: 'Rosenhavens Planteskole ApS', cvr: '96 27 31 18', shows: 'Ophørt: kan ikke tilsluttes.' },
    ...choices.map((form, n) => ({
      name: `Prøve ${form.name}`,
      cvr: `90 00 ${String(10 + n)} 00`,
      shows: `${form.name}, som den står i registret.`,
    })),
  ],
  persons: [
    { name: 'Mette Lindegaard Krogh', cvr: null, shows: 'Direktør i Nordlys Tømrer & Snedker: alt går godt.' },
    { name: 'Søren Thorup Winther', cvr: null, shows: 'En anden person end ledelsesrepræsentanten.' },
  ],
};

export const receipts: ReceiptRow[] = [
  [7, 'Nordlys Tømrer & Snedker ApS', '13 74 81 36', '2026-11-22', '2031-12-31'],
  [6, 'Foreningen Nordlysets Venner i Tranekær og omegn', '99 88 95 00', '2026-11-03', '2031-12-31'],
  [5, 'Andelsboligforeningen Savværksvej 12-48', '95 01 82 38', '2026-08-14', '2031-12-31'],
  [3, 'Strandparkens Køkken & Bad ApS', '94 20 53 60', '2024-02-29', '2029-12-31'],
  [1, 'Planteskolen Nordlys', '96 27 31 18', '2020-12-31', '2025-12-31'],
].map(([number, name, cvr, approved, keepUntil]) => ({
  case: `${ID}${number}`,
  number: Number(number),
  name: String(name),
  cvr: String(cvr),
  approved: String(approved),
  keepUntil: String(keepUntil),
  mayGo: number === 1,
  copied: null,
}));
export const copies: (Copied | null)[] = [
  { is: 'at', path: '/home/mette/Dokumenter/Bogføring/Kvitteringer/a.pdf' },
  { is: 'at', path: '/home/mette/Dokumenter/Bogføring/Kvitteringer/b.pdf' },
  { is: 'failed', code: 'copy-not-made' },
];

const CHECKS: [string, string][] = [
  ['receipt-whole', ''],
  ['receipt-case', ID],
  ['request-unchanged', '9f2c4e0b7d1a86355f0e9c21d47b8ae6130fd58c92e7b4a1650cf3d2987e4b10'],
  ['issuer-known', 'http://127.0.0.1:40123/mitid'],
  ['text-shown', 'MitID Erhverv: tilslut CVR 13748136 Nordlys Tømrer Snedker ApS. Kode 7K4M Q2XR 9TDB'],
  ['level-substantial', 'urn:grn:authn:dk:mitid:substantial'],
  ['one-time-key', 'vQq5wv_0bv2zTHAnygSTY6JAs-CUkcJMyrsxhbDwDU4'],
  ['seal', ''],
  ['time', '2026-11-22T13:32:07Z'],
];
/** Every check holds, but these. */
export const tried = (...other: [string, boolean | null][]): Tried[] =>
  CHECKS.map(([check, detail]) => {
    const found = other.find(([name]) => name === check);
    return { check, detail, passed: found ? found[1] : true };
  });
export const told: Told = {
  environment: 'practice',
  organisation: 'Nordlys Tømrer & Snedker ApS',
  cvr: '13 74 81 36',
  administrators: 2,
  handsOver: false,
  code: preview.code,
  approver: 'Mette Lindegaard Krogh',
  approved: ago(60 * 26),
  level: 'b',
  number: 7,
};
export const genuine: Verification = {
  file: 'PRØVE 2026-11-22 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf',
  kind: 'receipt',
  conclusion: 'genuine',
  told,
  checks: tried(),
  at: ago(0),
};
export const verified = (verification: Verification) => view({ is: 'verify', verification, dragging: false });

export const timeline: TimelineApproval[] = [
  {
    case: `${ID}7`,
    at: '2026-11-22T13:32:07Z',
    approver: 'Mette Lindegaard Krogh',
    code: preview.code,
    outcome: 'accepted',
    number: 'PRØVE-2026-0147',
    administrators: [
      { name: 'Mette Lindegaard Krogh', isRepresentative: true, before: '2024-02-29T09:00:00Z' },
      { name: 'Søren Thorup Winther', isRepresentative: false, before: null },
    ],
  },
  {
    case: `${ID}4`,
    at: '2025-06-02T08:12:00Z',
    approver: '',
    code: ['9TDB', '7K4M', 'Q2XR'],
    outcome: 'refused',
    number: null,
    administrators: [{ name: 'Ane Østergaard', isRepresentative: false, before: null }],
  },
  {
    case: `${ID}3`,
    at: '2024-02-29T09:00:00Z',
    approver: 'Orla Krogh',
    code: ['Q2XR', '9TDB', '7K4M'],
    outcome: 'unconfirmed',
    number: null,
    administrators: [{ name: 'Mette Lindegaard Krogh', isRepresentative: true, before: null }],
  },
];
