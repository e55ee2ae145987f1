// One view per page and state.
import type { View } from '../src/backend/contract.gen';
import {
  ID,
  ago,
  approving,
  asOrganisation,
  asReporter,
  born,
  cases,
  connection,
  done,
  drafting,
  head,
  login,
  mette,
  organisation,
  documented,
  register,
  own,
  practiceWorld,
  preview,
  read,
  reporter,
  settings,
  soren,
  steps,
  terms,
  view,
} from './sample';

const forms = [
  { code: 80, name: 'Anpartsselskab' },
  { code: 110, name: 'Forening' },
];

const notSent = done({ is: 'notSent' }, { problem: 'disk-full' });
const unsaved: View = {
  ...notSent,
  case: notSent.case && { ...notSent.case, saved: { is: 'failed', code: 'disk-full' } },
};

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
  documents: drafting(
    {
      is: 'documents',
      needed: [
        {
          kind: 'affiliation',
          name: 'Bevis for tilknytning',
          required: true,
          shows:
            'At ledelsesrepræsentanten hører til organisationens ledelse: fulde navn og en titel, der viser ledelsesrollen.',
          accepts: ['Ansættelseskontrakt', 'Referat af generalforsamling'],
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
      ],
      board: [
        { name: 'Søren Winther', function: 'Formand' },
        { name: '', function: '' },
      ],
      expected: { days: 10, early: '2026-12-07', latest: '2026-12-08' },
      limits: { documentMegabytes: 10, caseMegabytes: 50 },
    },
    null,
    { preflight: documented },
  ),
  rules: drafting({
    is: 'rules',
    rules: documented.findings.map(({ rule, severity, wrong, certainty }, n) => ({
      id: rule,
      severity,
      name: wrong,
      found: n === 0,
      sources: ['https://mitid-erhverv.dk/'],
      certainty,
      asOf: '2026-11-22',
    })),
  }),
  need: drafting({
    is: 'need',
    answers: { people: null, kind: null, signsAlone: null },
    asksSignsAlone: false,
    outcome: 'open',
  }),
  needEnough: drafting({
    is: 'need',
    answers: { people: 'one', kind: 'company', signsAlone: 'yes' },
    asksSignsAlone: true,
    outcome: 'signsAlone',
  }),
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
  }),
  organisationFailed: drafting({
    is: 'organisation',
    answers: asReporter,
    lookup: { is: 'failed', code: 'register-down', at: ago(1) },
    forms,
    search: null,
    register,
  }),
  organisationWrong: drafting(
    {
      is: 'organisation',
      answers: { ...asOrganisation, cvr: '1374813', role: null },
      lookup: { is: 'notYet' },
      forms,
      search: null,
      register,
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
    listed: true,
    reporter: false,
  }),
  representativeNotListed: drafting({
    is: 'representative',
    answers: { ...mette, name: 'Mette Krogh', hasMitid: 'unknown' },
    candidates: organisation.candidates,
    listed: false,
    reporter: true,
  }),
  terms: drafting({ is: 'terms', terms, reporter: false }, 'terms', {
    case: head(steps('terms', { terms: { state: 'open', at: null } })),
  }),
  termsRead: drafting({ is: 'terms', terms: read, reporter: false }, 'terms'),
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
  check: drafting(
    {
      is: 'check',
      draft: {
        need: 'severalPeople',
        cvrTyped: '13748136',
        lookup: { is: 'found', organisation, changes: [] },
        organisation: asOrganisation,
        representative: mette,
        administrators: { ...own, others: [soren] },
        documents: [],
        terms: read,
      },
      preview,
      reporter: false,
      missing: [],
    },
    'approve',
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
    },
    { case: head(steps('approve'), { reporter }) },
  ),
  approve: approving(login),
  approvePreparing: approving(null),
  approveOtherAnswer: approving({ ...login, otherAnswer: true }),
  approveNoBrowser: approving({ ...login, browserFailed: true }),
  done: done(
    { is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) },
    { written: '/home/mette/Dokumenter/PRØVE 2026-11-22 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf' },
  ),
  doneOther: done({ is: 'accepted', caseNumber: 'PRØVE-2026-0147', at: ago(3) }, {}, true),
  doneSending: done({ is: 'sending' }),
  doneNotSent: done({ is: 'notSent' }),
  doneUnsaved: unsaved,
  doneUnknown: done({ is: 'unknown', since: ago(30) }),
  doneRefused: done({ is: 'refused', reason: 'Referatet viser ikke formandens titel.' }),
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
