// One view per page and state.
import type { DraftSummary, Listing, Needed, Search, View } from '../src/backend/contract.gen';
import {
  ID,
  ago,
  approving,
  asOrganisation,
  asReporter,
  born,
  cases,
  changes,
  connection,
  copies,
  days,
  another,
  confirming,
  done,
  drafting,
  finding,
  found,
  genuine,
  head,
  impossible,
  login,
  mette,
  notNeeded,
  open,
  organisation,
  documented,
  listing,
  register,
  own,
  practiceWorld,
  preview,
  read,
  receipts,
  reporter,
  settings,
  soren,
  steps,
  terms,
  timeline,
  handOverCode,
  told,
  tried,
  troubled,
  typed,
  verified,
  view,
} from './sample';
import { choices, rules } from './book';

const english = new URLSearchParams(location.search).get('lang') === 'en';
const forms = choices;

/** The organisation's page while the broker is asked whom the person may represent. */
const listed = (it: Listing): View =>
  drafting(
    {
      is: 'organisation',
      answers: { ...asOrganisation, cvr: '', role: null },
      lookup: { is: 'notYet' },
      forms,
      search: null,
      register,
      listing: it,
    },
    null,
  );

/** The organisation's page while its name is looked for. */
const searching = (search: Search): View =>
  drafting(
    {
      is: 'organisation',
      answers: { ...asOrganisation, cvr: '', role: null },
      lookup: { is: 'notYet' },
      forms,
      search,
      register,
      listing,
    },
    null,
    { case: head(steps(null), { name: null, cvr: null }), preflight: open },
  );
const sought: Search = { words: 'nordlys', asking: false, found: [], more: false, problem: null };

const enclosed = [
  { id: 'a', kind: 'Bevis for tilknytning', name: 'Referat af generalforsamling 2026.pdf' },
  { id: 'a', kind: 'Bestyrelsesoversigt', name: 'Referat af generalforsamling 2026.pdf' },
];

const taken = done({ is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) });
const documentsSent: View = {
  ...taken,
  page:
    taken.page.is === 'done'
      ? { ...taken.page, connection: { ...connection, enclosed }, expected: days(14) }
      : taken.page,
};
const notSent = done({ is: 'notSent' }, { problem: 'disk-full' });
const unsaved: View = {
  ...notSent,
  case: notSent.case && { ...notSent.case, saved: { is: 'failed', code: 'disk-full' } },
};

const needed: Needed[] = [
  {
    kind: 'affiliation',
    name: 'Bevis for tilknytning',
    required: true,
    shows:
      'At ledelsesrepræsentanten hører til organisationens ledelse: fulde navn og en titel, der viser ledelsesrollen.',
    accepts: [
      'Ansættelseskontrakt',
      'Referat af generalforsamling',
      'Står ledelsesrepræsentanten med navn og adresse i CVR under »Tegningsregel, personkreds og revisor«: et dokument, der viser begge dele',
    ],
    points: [
      { id: 'full-name', text: 'Ledelsesrepræsentantens fulde navn står der' },
      { id: 'title', text: 'Titlen viser ledelsesrollen' },
    ],
    attached: [
      {
        id: 'a',
        name: 'Referat af generalforsamling 2026.pdf',
        media: 'pdf',
        size: 431_220,
        at: ago(3),
        place: 0,
        confirmed: ['title'],
      },
    ],
    done: false,
    board: false,
  },
  {
    kind: 'board-overview',
    name: 'Bestyrelsesoversigt',
    required: true,
    shows: 'Hvem der sidder i bestyrelsen, og med hvilken funktion.',
    accepts: [],
    points: [{ id: 'whole', text: 'Alle medlemmer står der' }],
    attached: [],
    done: false,
    board: true,
  },
];

const begun = (['need', 'organisation', 'representative', 'terms', 'administrators', null] as const).map((part) => ({
  part,
  state: part === 'need' ? ('done' as const) : part ? ('notBegun' as const) : ('later' as const),
  count: 0,
}));

const answered: DraftSummary = {
  need: 'severalPeople',
  cvrTyped: '13748136',
  lookup: { is: 'found', organisation, changes: [] },
  organisation: asOrganisation,
  representative: mette,
  administrators: { ...own, others: [soren] },
  documents: [],
  terms: read,
};

const checked = drafting(
  {
    is: 'check',
    draft: answered,
    preview,
    reporter: false,
    missing: [],
  },
  'approve',
);

export const fixtures: Record<string, View> = {
  opening: view({ is: 'opening' }),
  choosePassphrase: view({ is: 'choosePassphrase' }),
  choosePassphraseShort: view({ is: 'choosePassphrase' }, { problem: 'passphrase-short' }),
  closed: view({ is: 'closed', passphrase: false, recovery: true }, { problem: 'key-missing' }),
  closedLocked: view({ is: 'closed', passphrase: false, recovery: true }, { problem: 'locked' }),
  closedStore: view({ is: 'closed', passphrase: false, recovery: false }, { problem: 'key-store-unreachable' }),
  closedEveryDay: view({ is: 'closed', passphrase: true, recovery: false }, { problem: 'key-store-unreachable' }),
  closedPassphrase: view({ is: 'closed', passphrase: true, recovery: true }, { problem: 'passphrase-wrong' }),
  stopped: view(
    { is: 'stopped', detail: '/home/mette/.local/share/tilslut/practice.toml' },
    { problem: 'vault-newer' },
  ),
  welcome: view({ is: 'cases', cases: [], recoveryMissing: false }, { caseCount: 0 }),
  cases: view({ is: 'cases', cases, recoveryMissing: true }),
  tasks: drafting({
    is: 'tasks',
    reporter: false,
    tasks: [
      { part: 'need', state: 'done', count: 0 },
      { part: 'organisation', state: 'done', count: 0 },
      { part: 'representative', state: 'done', count: 0 },
      { part: 'terms', state: 'done', count: 0 },
      { part: 'administrators', state: 'begun', count: 2 },
      { part: null, state: 'later', count: 0 },
    ],
  }),
  tasksNew: view(
    {
      is: 'tasks',
      reporter: false,
      tasks: [
        { part: 'need', state: 'notBegun', count: 0 },
        { part: 'organisation', state: 'notBegun', count: 0 },
        { part: 'representative', state: 'notBegun', count: 0 },
        { part: 'terms', state: 'notBegun', count: 0 },
        { part: 'administrators', state: 'notBegun', count: 0 },
        { part: null, state: 'later', count: 0 },
      ],
    },
    { case: head(steps(null), { name: null, cvr: null, saved: { is: 'not' } }) },
  ),
  tasksGood: drafting(
    {
      is: 'tasks',
      reporter: true,
      tasks: (['need', 'organisation', 'representative', 'terms', 'administrators', null] as const).map((part) => ({
        part,
        state: part ? 'done' : 'notBegun',
        count: part === 'administrators' ? 2 : 0,
      })),
    },
    null,
    { case: head(steps(null), { reporter }) },
  ),
  tasksDocuments: drafting(
    {
      is: 'tasks',
      reporter: false,
      tasks: (['need', 'organisation', 'representative', 'documents', 'terms', 'administrators', null] as const).map(
        (part) => ({ part, state: part === 'documents' ? 'begun' : part ? 'done' : 'notBegun', count: 2 }),
      ),
    },
    null,
    { preflight: documented },
  ),
  tasksImpossible: drafting({ is: 'tasks', reporter: false, tasks: begun }, null, { preflight: impossible }),
  tasksNotNeeded: drafting({ is: 'tasks', reporter: false, tasks: begun }, null, { preflight: notNeeded }),
  tasksOpen: drafting({ is: 'tasks', reporter: false, tasks: begun }, null, { preflight: open }),
  documents: drafting(
    {
      is: 'documents',
      needed,
      board: [
        { name: 'Søren Winther', function: 'Formand' },
        { name: '', function: '' },
      ],
      expected: { days: 10, early: '2026-12-07', latest: '2026-12-08' },
      limits: { documentMegabytes: 10, caseMegabytes: 50 },
    },
    null,
    {
      preflight: {
        ...documented,
        findings: [
          finding(
            'board-overview-gaps',
            'documents',
            'documents',
            'documents.board-overview',
            'Bestyrelsesoversigten har medlemmer uden navn eller rolle',
            'Skriv navn og rolle for hvert medlem. Dokumentation uden navn og titel afvises.',
          ),
          finding(
            'cvr-extract-attached',
            'warning',
            'documents',
            'documents.0',
            'Referat af generalforsamling 2026.pdf ser ud til at være en udskrift fra CVR',
            'Vedlæg et andet dokument. CVR-udskrifter godtages ikke længere som bevis for tilknytning.',
          ),
          ...documented.findings,
        ],
      },
    },
  ),
  documentsReady: drafting(
    {
      is: 'documents',
      needed: needed.slice(0, 1).map((it) => ({
        ...it,
        done: true,
        attached: it.attached.flatMap((file) => [
          { ...file, confirmed: ['full-name', 'title'] },
          { ...file, id: 'b', name: 'Pas.png', media: 'png' as const, size: 2_431_220, place: 1 },
        ]),
      })),
      board: [],
      expected: { days: 10, early: '2026-12-07', latest: '2026-12-07' },
      limits: { documentMegabytes: 10, caseMegabytes: 50 },
    },
    null,
    { preflight: documented },
  ),
  documentsMissing: drafting(
    {
      is: 'documents',
      needed: needed.slice(0, 1).map((it) => ({ ...it, attached: [] })),
      board: [],
      expected: null,
      limits: { documentMegabytes: 10, caseMegabytes: 50 },
    },
    null,
    { preflight: documented },
  ),
  documentsRefused: drafting(
    {
      is: 'documents',
      needed: needed.slice(0, 1),
      board: [],
      expected: null,
      limits: { documentMegabytes: 10, caseMegabytes: 50 },
    },
    null,
    { preflight: documented, problem: 'document-kind' },
  ),
  documentsNone: drafting({
    is: 'documents',
    needed: [],
    board: [],
    expected: null,
    limits: { documentMegabytes: 10, caseMegabytes: 50 },
  }),
  rules: drafting(
    {
      is: 'rules',
      rules: rules(
        ['representative-not-in-cvr', 'administrator-single', 'documents-take-time', 'signing-jointly'],
        english ? 'en' : 'da',
      ),
    },
    null,
    { preflight: documented },
  ),
  rulesNone: drafting({ is: 'rules', rules: rules([], english ? 'en' : 'da') }),
  need: drafting({
    is: 'need',
    answers: { people: null, kind: null, signsAlone: null },
    asksSignsAlone: false,
    outcome: 'open',
  }),
  needEnough: drafting(
    {
      is: 'need',
      answers: { people: 'one', kind: 'company', signsAlone: 'yes' },
      asksSignsAlone: true,
      outcome: 'signsAlone',
    },
    null,
    { preflight: notNeeded },
  ),
  needNeeded: drafting({
    is: 'need',
    answers: { people: 'several', kind: null, signsAlone: null },
    asksSignsAlone: false,
    outcome: 'severalPeople',
  }),
  organisation: drafting({
    is: 'organisation',
    answers: asOrganisation,
    lookup: { is: 'found', organisation, changes: [] },
    forms,
    search: null,
    register,
    listing,
  }),
  organisationChanged: drafting({
    is: 'organisation',
    answers: asOrganisation,
    lookup: { is: 'found', organisation, changes },
    forms,
    search: null,
    register,
    listing,
  }),
  organisationBlocked: drafting(
    {
      is: 'organisation',
      answers: asOrganisation,
      lookup: {
        is: 'found',
        organisation: {
          ...organisation,
          name: 'Strandparkens Køkken & Bad ApS under konkurs',
          status: 'dissolving',
          statusText: 'Under konkurs',
          candidates: [],
          signingRule: null,
          source: 'datafordeler',
          tellsManagement: false,
        },
        changes: [],
      },
      forms,
      search: null,
      register,
      listing,
    },
    null,
    { preflight: impossible },
  ),
  organisationTyped: drafting(
    {
      is: 'organisation',
      answers: { ...asOrganisation, byHand: true, typedName: 'Nordlys Tømrer & Snedker ApS', typedForm: 80 },
      lookup: { is: 'typed', organisation: typed },
      forms,
      search: null,
      register,
      listing,
    },
    null,
    { preflight: open },
  ),
  listingUnderWay: listed({ is: 'underWay', login }),
  listingFound: listed({
    is: 'listed',
    organisations: [
      { cvr: '13748136', shown: '13 74 81 36', name: 'Nordlys Tømrer & Snedker ApS' },
      { cvr: '95504183', shown: '95 50 41 83', name: null },
    ],
  }),
  listingNone: listed({ is: 'listed', organisations: [] }),
  listingFailed: listed({ is: 'failed', code: 'login-refused' }),
  searchAsking: searching({ ...sought, asking: true }),
  searchFound: searching({ ...sought, found, more: true }),
  searchAll: searching({ ...sought, found: [...found, ...found.map((it) => ({ ...it, cvr: `8${it.cvr.slice(1)}` }))] }),
  searchNone: searching(sought),
  searchProblem: searching({ ...sought, problem: 'register-quota' }),
  organisationFailed: drafting({
    is: 'organisation',
    answers: asReporter,
    lookup: { is: 'failed', code: 'register-down', at: ago(1) },
    forms,
    search: null,
    register,
    listing,
  }),
  organisationWrong: drafting(
    {
      is: 'organisation',
      answers: { ...asOrganisation, cvr: '1374813', role: null },
      lookup: { is: 'notYet' },
      forms,
      search: null,
      register,
      listing,
    },
    null,
    {
      fieldProblems: [
        { field: 'cvr', code: 'cvr-length' },
        { field: 'role', code: 'role-missing' },
      ],
    },
  ),
  representative: drafting({
    is: 'representative',
    answers: mette,
    candidates: organisation.candidates,
    reporter: false,
  }),
  representativeNotListed: drafting({
    is: 'representative',
    answers: { ...mette, name: 'Mette Krogh', hasMitid: 'unknown' },
    candidates: organisation.candidates,
    reporter: true,
  }),
  representativeDocuments: drafting(
    {
      is: 'representative',
      answers: { ...mette, name: 'Søren Winther', title: 'Kasserer' },
      candidates: organisation.candidates,
      reporter: false,
    },
    null,
    { preflight: documented },
  ),
  terms: drafting({ is: 'terms', terms, reporter: false }, 'terms', {
    case: head(steps('terms', { terms: { state: 'open', at: null } })),
  }),
  termsRead: drafting({ is: 'terms', terms: read, reporter: false }, 'terms'),
  termsSummary: drafting({ is: 'terms', terms: { ...terms, summaryShown: ago(1) }, reporter: false }, 'terms'),
  termsReporter: drafting({ is: 'terms', terms: { ...read, accepted: false }, reporter: true }, 'terms'),
  administrators: drafting(
    {
      is: 'administrators',
      representativeName: mette.name,
      representativeEmail: mette.email,
      answers: {
        ...own,
        others: [
          {
            ...soren,
            email: 'soren@nordlystomrer',
            born: { day: '31', month: '11', year: '1987' },
            hasMitid: 'unknown',
          },
        ],
      },
    },
    'administrators',
    {
      fieldProblems: [
        { field: 'administrators.0.email', code: 'email-ending' },
        { field: 'administrators.0.born', code: 'born-no-such-day' },
      ],
    },
  ),
  administratorsTroubled: drafting(
    {
      is: 'administrators',
      representativeName: mette.name,
      representativeEmail: mette.email,
      answers: {
        ...own,
        representativeToo: false,
        others: [{ ...soren, email: 'kontor@nordlystomrer.example', hasCpr: 'no', hasMitid: 'unknown' }],
      },
    },
    'administrators',
    { preflight: troubled },
  ),
  administratorsElsewhere: drafting(
    {
      is: 'administrators',
      representativeName: '',
      representativeEmail: 'mette',
      answers: { ...own, others: [{ ...soren, email: 'mette' }] },
    },
    'administrators',
    {
      fieldProblems: [
        { field: 'representative.name', code: 'name-missing' },
        { field: 'representative.email', code: 'email-at' },
        { field: 'representative.hasMitid', code: 'administrator-without-mitid' },
        { field: 'administrators', code: 'too-many' },
        { field: 'administrators.0.email', code: 'administrator-twice' },
      ],
    },
  ),
  termsUnread: drafting({ is: 'terms', terms, reporter: false }, 'terms', {
    fieldProblems: [{ field: 'terms.opened', code: 'terms-not-opened' }],
  }),
  termsUnaccepted: drafting({ is: 'terms', terms: { ...read, accepted: false }, reporter: false }, 'terms', {
    fieldProblems: [{ field: 'terms.accepted', code: 'terms-not-accepted' }],
  }),
  administratorsEmpty: drafting(
    {
      is: 'administrators',
      representativeName: mette.name,
      representativeEmail: mette.email,
      answers: { representativeToo: false, representativeBorn: born, representativeHasCpr: null, others: [] },
    },
    'administrators',
    {
      case: head(steps('administrators', { administrators: { state: 'open', count: 0 }, approve: { state: 'later' } })),
    },
  ),
  administratorsWhole: drafting(
    {
      is: 'administrators',
      representativeName: mette.name,
      representativeEmail: mette.email,
      answers: { ...own, others: [soren] },
    },
    'administrators',
  ),
  check: checked,
  checkTyped: drafting(
    {
      is: 'check',
      draft: {
        ...answered,
        lookup: { is: 'typed', organisation: typed },
        administrators: { ...own, others: [] },
      },
      preview,
      reporter: false,
      missing: [],
    },
    'approve',
  ),
  checkReporter: drafting(
    {
      is: 'check',
      draft: {
        ...answered,
        lookup: { is: 'typed', organisation: typed },
        organisation: asReporter,
        terms: { ...read, opened: null, accepted: false },
      },
      preview: { ...preview, code: handOverCode },
      reporter: true,
      missing: [],
    },
    'approve',
    { case: head(steps('approve'), { reporter }) },
  ),
  checkCredential: { ...checked, problem: 'credential-missing' },
  checkDocuments: drafting(
    {
      is: 'check',
      draft: { ...answered, lookup: { is: 'typed', organisation: typed }, documents: needed },
      preview: null,
      reporter: false,
      missing: [{ part: 'organisation', field: 'cvr', code: 'cvr-not-looked-up' }],
    },
    'approve',
    { preflight: { ...documented, findings: [...documented.findings, ...open.findings] } },
  ),
  checkMissing: drafting(
    {
      is: 'check',
      draft: {
        need: 'open',
        cvrTyped: '13748136',
        lookup: { is: 'notYet' },
        organisation: asReporter,
        representative: { ...mette, email: '' },
        administrators: { ...own, others: [] },
        documents: [],
        terms,
      },
      preview: null,
      reporter: true,
      missing: [
        { part: 'organisation', field: 'cvr', code: 'cvr-not-looked-up' },
        { part: 'representative', field: 'representative.email', code: 'email-missing' },
        { part: 'terms', field: 'terms.opened', code: 'terms-not-opened' },
      ],
    },
    'approve',
    { case: head(steps('approve', { terms: { state: 'open', at: null } }), { reporter }), problem: 'login-refused' },
  ),
  handOver: drafting({ is: 'handOver', to: 'Bente Rask Olesen', written: null }, 'approve', {
    case: head(steps('approve'), { reporter }),
  }),
  handedOver: drafting(
    {
      is: 'handOver',
      to: 'Bente Rask Olesen',
      written: {
        path: '/home/jens/Dokumenter/PRØVE Nordlys Tømrer & Snedker ApS CVR 13748136.tilslut',
        words: ['birk', 'anker', 'kande', 'mose', 'sten', 'fløde'],
        at: ago(2),
        login: null,
      },
    },
    'approve',
    { case: head(steps('approve'), { reporter, deletable: false }) },
  ),
  openHandOver: view({ is: 'openHandOver', file: null }),
  openHandOverChosen: view(
    { is: 'openHandOver', file: '/home/bente/Hentet/PRØVE Nordlys Tømrer & Snedker ApS CVR 13748136.tilslut' },
    { problem: 'handover-wrong-words' },
  ),
  review: view(
    {
      is: 'review',
      connection: {
        ...connection,
        administrators: connection.administrators.map((it, i) => ({ ...it, isReporter: i === 1, linkSent: null })),
      },
      handedOver: ago(60 * 80),
      terms,
      preview,
      login: {
        is: 'proven',
        name: 'Jens Aagaard Holm',
        at: ago(60 * 80),
        level: 'b',
        isReporter: true,
        code: handOverCode,
      },
    },
    { case: head(steps('approve'), { reporter }) },
  ),
  reviewDocuments: view(
    {
      is: 'review',
      connection: { ...connection, enclosed },
      handedOver: ago(60 * 80),
      terms: read,
      preview,
      login: {
        is: 'proven',
        name: 'Karl Ravn Thestrup',
        at: ago(60 * 80),
        level: 'c',
        isReporter: false,
        code: handOverCode,
      },
    },
    { case: head(steps('approve'), { reporter }), preflight: documented },
  ),
  approve: approving(login),
  approvePreparing: approving(null),
  approveLate: approving({ ...login, since: ago(2), until: ago(-8) }),
  approveOtherAnswer: approving({ ...login, otherAnswer: true }),
  approveNoBrowser: approving({ ...login, browserFailed: true }),
  done: done(
    { is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) },
    { written: '/home/mette/Dokumenter/PRØVE 2026-11-22 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf' },
  ),
  confirm: confirming(),
  confirmCandidate: confirming({
    approver: 'Karl Ravn Thestrup',
    found: 'otherCandidate',
    candidate: 'Karl Ravn Thestrup, FORMAND, DIREKTØR',
    authority: 'confirmed',
  }),
  confirmAuthority: confirming({ authority: 'other' }),
  confirmUnexplained: confirming(another, {
    fieldProblems: [{ field: 'approver.explanation', code: 'approver-unexplained' }],
  }),
  doneOther: done(
    { is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) },
    {},
    { ...another, explanation: 'mayRepresent' },
  ),
  doneSpelled: done(
    { is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) },
    {},
    { approver: 'Mette Krogh', found: 'spelled' },
  ),
  doneDocuments: documentsSent,
  doneSending: done({ is: 'sending' }),
  doneNotSent: done({ is: 'notSent' }),
  doneUnsaved: unsaved,
  doneUnknown: done({ is: 'unknown', since: ago(30) }),
  doneRefused: done({ is: 'refused', reason: 'Referatet viser ikke formandens titel.' }),
  receipts: view({ is: 'receipts', receipts, folder: null, from: '2026-01-01', to: '2026-12-31' }, { caseCount: 7 }),
  receiptsCopied: view({
    is: 'receipts',
    receipts: receipts.map((row, i) => ({ ...row, copied: copies[i % copies.length] ?? null })),
    folder: '/home/mette/Dokumenter/Bogføring/Kvitteringer',
    from: '2026-01-01',
    to: '2026-12-31',
  }),
  receiptsPeriod: view(
    { is: 'receipts', receipts, folder: null, from: '2026-01-01', to: '2025-12-31' },
    { fieldProblems: [{ field: 'to', code: 'period-backwards' }] },
  ),
  receiptsNone: view({ is: 'receipts', receipts: [], folder: null, from: '2026-01-01', to: '2026-12-31' }),
  receiptsPrintOpened: view(
    { is: 'receipts', receipts, folder: null, from: '2026-01-01', to: '2026-12-31' },
    { problem: 'print-opened' },
  ),
  timeline: view({
    is: 'timeline',
    case: ID,
    organisation: 'Nordlys Tømrer & Snedker ApS',
    cvr: '13 74 81 36',
    approvals: timeline,
  }),
  verify: view({ is: 'verify', verification: null, dragging: false }),
  verifyDragging: view({ is: 'verify', verification: null, dragging: true }),
  verifyUnreadable: view({ is: 'verify', verification: null, dragging: false }, { problem: 'check-unreadable' }),
  verifyGenuine: verified(genuine),
  verifyTextNotProven: verified({
    ...genuine,
    conclusion: 'textNotProven',
    told: { ...told, level: 'c' },
    checks: tried(['text-shown', null]),
  }),
  verifyNotAnchored: verified({
    ...genuine,
    conclusion: 'notAnchored',
    told: { ...told, level: 'd' },
    checks: tried(['issuer-known', null]),
  }),
  verifyChanged: verified({
    ...genuine,
    conclusion: 'changed',
    told: { ...told, level: null, approver: null, approved: null },
    checks: tried(['seal', false], ['one-time-key', null]),
  }),
  verifyNotProven: verified({
    ...genuine,
    conclusion: 'notProven',
    told: { ...told, level: null, approver: null, approved: null },
    checks: tried(['level-substantial', false]),
  }),
  verifyOtherEnvironment: verified({
    ...genuine,
    conclusion: 'otherEnvironment',
    told: { ...told, environment: 'live', level: null, approver: null, approved: null },
    checks: tried(['request-unchanged', null], ['issuer-known', false], ['text-shown', null]),
  }),
  verifyPaper: view(
    { is: 'verify', verification: null, dragging: false },
    { fieldProblems: [{ field: 'code', code: 'proof-without-file' }] },
  ),
  verifyNotOurs: verified({
    file: 'Scan 2026-11-24.pdf',
    kind: null,
    conclusion: 'notOurs',
    told: null,
    checks: [],
    at: ago(1),
  }),
  verifySealed: verified({
    file: 'PRØVE Nordlys Tømrer & Snedker ApS CVR 13748136.tilslut',
    kind: 'handOver',
    conclusion: 'sealed',
    told: null,
    checks: [],
    at: ago(1),
  }),
  doneCopied: done(
    { is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) },
    {},
    {},
    {
      is: 'at',
      path: '/home/mette/Dokumenter/Bogføring/PRØVE 2026-11-22 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf',
    },
  ),
  doneNotCopied: done(
    { is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) },
    {},
    {},
    {
      is: 'failed',
      code: 'copy-not-made',
    },
  ),
  settingsCopies: settings(
    { is: 'notConfigured' },
    { folder: '/home/mette/Dokumenter/Bogføring/Kvitteringer', uncopied: 2 },
  ),
  mailbox: view({
    is: 'mailbox',
    mails: [
      {
        case: ID,
        kind: 'receipt',
        to: 'mette@nordlystomrer.example',
        at: ago(2),
        subject: 'PRØVE: Kvittering for tilslutning af Nordlys Tømrer & Snedker ApS',
        body: 'PRØVE. Denne e-mail er ikke sendt.\n\nHej Mette\n\nPrøvemodtageren har fået din godkendelse.',
      },
      {
        case: ID,
        kind: 'setUpLink',
        to: 'soren@nordlystomrer.example',
        at: ago(2),
        subject: 'PRØVE: Link til opsætning af Nordlys Tømrer & Snedker ApS i MitID Erhverv',
        body: 'PRØVE. Denne e-mail er ikke sendt.',
      },
    ],
  }),
  mailboxEmpty: view({ is: 'mailbox', mails: [] }),
  aboutPractice: view({ is: 'aboutPractice', ...practiceWorld }),
  help: view({ is: 'help' }),
  settings: settings({ is: 'notConfigured' }),
  settingsKey: settings(
    { is: 'notConfigured' },
    { register: { source: 'datafordeler', wants: 'key', hasKey: false, inTheOpen: false, searches: false } },
  ),
  settingsOpen: settings(
    { is: 'notConfigured' },
    { register: { source: 'virk', wants: 'credential', hasKey: false, inTheOpen: true, searches: true } },
  ),
  settingsKept: settings(
    { is: 'notConfigured' },
    { register: { source: 'virk', wants: 'credential', hasKey: true, inTheOpen: true, searches: true } },
  ),
  settingsSecret: settings(
    { is: 'notConfigured' },
    { broker: { host: 'mitid.example.dk', wants: 'secret', hasKey: false } },
  ),
  settingsPrivateKey: {
    ...settings({ is: 'notConfigured' }, { broker: { host: 'mitid.example.dk', wants: 'privateKey', hasKey: false } }),
    fieldProblems: [{ field: 'broker.secret', code: 'credential-unusable' }],
  },
  settingsPrivateKeyKept: settings(
    { is: 'notConfigured' },
    { broker: { host: 'mitid.example.dk', wants: 'privateKey', hasKey: true } },
  ),
  settingsCode: settings(
    { is: 'notConfigured' },
    { key: 'passphrase', recoveryCode: '7K4M-Q2XR-9TDB-H3NV-8WJP-Y5CE-2MZA-T6FG' },
  ),
  updateNotAsked: settings({ is: 'notAsked' }),
  updateAsking: settings({ is: 'asking' }),
  updateNewest: settings({ is: 'newest' }),
  updateNewer: settings({ is: 'newer', version: '0.2.0' }),
  updateInstalling: settings({ is: 'installing' }),
  updateFailed: settings({ is: 'failed' }),
};
