// Generated from src-tauri/crates/contract by `cargo xtask gen`. Do not edit.

export type Administrator = { 
/**
 * Full name.
 */
name: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Date of birth.
 */
born: Born, 
/**
 * Has a Danish CPR number?
 */
hasCpr: AnswerName | null, 
/**
 * Has private MitID at level Substantial?
 */
hasMitid: AnswerName | null, };

export type Administrators = { 
/**
 * The representative is administrator too.
 */
representativeToo: boolean, 
/**
 * The representative's date of birth, needed only then.
 */
representativeBorn: Born, 
/**
 * The representative has a Danish CPR number, needed only then.
 */
representativeHasCpr: AnswerName | null, 
/**
 * The others.
 */
others: Array<Administrator>, };

export type AnswerName = "yes" | "no" | "unknown";

export type Answers = { "of": "need" } & Need | { "of": "organisation" } & Organisation | { "of": "representative" } & Representative | { "of": "administrators" } & Administrators;

export type Appointed = { 
/**
 * Name.
 */
name: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Date of birth.
 */
born: string, 
/**
 * The representative too.
 */
isRepresentative: boolean, 
/**
 * The reporter too, by e-mail address.
 */
isReporter: boolean, 
/**
 * When the set-up link was sent.
 */
linkSent: string | null, };

export type Approval = { 
/**
 * Who logged in.
 */
approver: string, 
/**
 * The name differs from the representative of the case.
 */
otherName: boolean, 
/**
 * When.
 */
at: string, 
/**
 * How much the evidence proves.
 */
level: LevelName, 
/**
 * The control code.
 */
code: Array<string>, };

export type Born = { 
/**
 * Day.
 */
day: string, 
/**
 * Month.
 */
month: string, 
/**
 * Year.
 */
year: string, };

export type Candidate = { 
/**
 * Name.
 */
name: string, 
/**
 * CVR's own word for the role.
 */
role: string, 
/**
 * Person with or without CPR number, or organisation.
 */
kind: ParticipantName, };

export type CaseHead = { 
/**
 * Its id.
 */
id: string, 
/**
 * The organisation's name, when known.
 */
name: string | null, 
/**
 * The CVR number in pairs, when sound.
 */
cvr: string | null, 
/**
 * The four official steps.
 */
steps: Array<Step>, 
/**
 * Whether what was typed is safe.
 */
saved: Saved, 
/**
 * Who prepared it, when a reporter did.
 */
reporter: Reporter | null, 
/**
 * The case can be deleted.
 */
deletable: boolean, 
/**
 * The receiver's case number.
 */
number: string | null, };

export type CaseRow = { 
/**
 * The case.
 */
id: string, 
/**
 * The organisation's name, when known.
 */
name: string | null, 
/**
 * The CVR number in pairs, when sound.
 */
cvr: string | null, 
/**
 * Where the case is.
 */
state: CaseState, 
/**
 * What to do next.
 */
next: NextName, 
/**
 * How many tasks of a draft are done.
 */
done: number, 
/**
 * When it last changed.
 */
changed: string, 
/**
 * The representative's name, when known.
 */
representative: string | null, 
/**
 * Something went wrong that waits for the person.
 */
problem: string | null, };

export type CaseState = "draft" | "notNeeded" | "handedOver" | "received" | "approving" | "approved" | "unknown" | "refused" | "delivered";

export type ConnectionSummary = { 
/**
 * The organisation.
 */
organisation: OrganisationSummary, 
/**
 * The representative's name.
 */
representativeName: string, 
/**
 * The representative's title.
 */
representativeTitle: string, 
/**
 * The representative's e-mail address.
 */
representativeEmail: string, 
/**
 * The administrators.
 */
administrators: Array<Appointed>, };

export type Delivery = { "is": "sending" } | { "is": "notSent" } | { "is": "unknown", since: string, } | { "is": "refused", reason: string, } | { "is": "accepted", caseNumber: string, at: string, };

export type DraftSummary = { 
/**
 * What the need check says.
 */
need: NeedName, 
/**
 * The CVR number as typed.
 */
cvrTyped: string, 
/**
 * What is known of the organisation.
 */
lookup: Lookup, 
/**
 * CVR number, role and reporter.
 */
organisation: Organisation, 
/**
 * The representative.
 */
representative: Representative, 
/**
 * The administrators.
 */
administrators: Administrators, 
/**
 * The terms.
 */
terms: Terms, };

export type EnvironmentName = "practice" | "live";

export type FieldProblem = { 
/**
 * The field, e.g. `cvr` or `administrators.1.email`.
 */
field: string, 
/**
 * A code of the catalogue: `err-<code>`, `rec-<code>`.
 */
code: string, };

export type Goal = { "is": "cases" } | { "is": "case", case: string, } | { "is": "part", case: string, part: PartName, } | { "is": "check", case: string, } | { "is": "handOver", case: string, } | { "is": "openHandOver" } | { "is": "mailbox" } | { "is": "aboutPractice" } | { "is": "help" } | { "is": "settings" };

export type HandedOver = { 
/**
 * Where.
 */
path: string, 
/**
 * The words to tell by phone.
 */
words: Array<Hidden>, 
/**
 * When.
 */
at: string, };

export type Hidden = string;

export type Intent = { "is": "go", to: Goal, } | { "is": "begin" } | { "is": "answer", case: string, answers: Answers, } | { "is": "continue", case: string, part: PartName, } | { "is": "lookUp", case: string, } | { "is": "openTerms", case: string, } | { "is": "acceptTerms", case: string, tick: boolean, } | { "is": "approve", case: string, } | { "is": "cancelLogin" } | { "is": "openBrowser" } | { "is": "deliver", case: string, } | { "is": "handOver", case: string, } | { "is": "takeBack", case: string, } | { "is": "chooseHandOver" } | { "is": "openHandOver", words: string, } | { "is": "saveReceipt", case: string, } | { "is": "openReceipt", case: string, } | { "is": "saveEvidence", case: string, } | { "is": "delete", case: string, } | { "is": "readProblem", case: string | null, } | { "is": "choosePassphrase", passphrase: string, } | { "is": "unlockWithPassphrase", passphrase: string, } | { "is": "unlockWithRecoveryCode", code: string, } | { "is": "tryKeyStore" } | { "is": "lock" } | { "is": "makeRecoveryCode" } | { "is": "confirmRecoveryCode", code: string, } | { "is": "setLanguage", language: LanguageName, } | { "is": "setTheme", theme: ThemeName, } | { "is": "lookForUpdate" } | { "is": "installUpdate" } | { "is": "openSite", site: Site, };

export type KeyWayName = "keyStore" | "passphrase" | "recoveryCode";

export type KindName = "soleProprietor" | "company" | "association" | "other";

export type LanguageName = "danish" | "english";

export type LevelName = "a" | "b" | "c" | "d";

export type Login = { 
/**
 * The link, for the button that copies it.
 */
link: Hidden, 
/**
 * The host that the browser shows.
 */
host: string, 
/**
 * When it began.
 */
since: string, 
/**
 * When the app stops waiting.
 */
until: string, 
/**
 * No browser could be opened.
 */
browserFailed: boolean, 
/**
 * An answer came that does not belong to this login.
 */
otherAnswer: boolean, };

export type Lookup = { "is": "notYet" } | { "is": "asked" } | { "is": "found", organisation: OrganisationSummary, } | { "is": "failed", code: string, at: string, };

export type Mail = { 
/**
 * The case.
 */
case: string, 
/**
 * What it is.
 */
kind: MailName, 
/**
 * To whom.
 */
to: string, 
/**
 * When.
 */
at: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * Text.
 */
body: string, };

export type MailName = "receipt" | "setUpLink";

export type Missing = { 
/**
 * The page.
 */
part: PartName, 
/**
 * The field.
 */
field: string, 
/**
 * A code of the catalogue.
 */
code: string, };

export type Need = { 
/**
 * How many persons act digitally.
 */
people: PeopleName | null, 
/**
 * What kind of organisation it is.
 */
kind: KindName | null, 
/**
 * May the one who acts sign alone?
 */
signsAlone: AnswerName | null, };

export type NeedName = "open" | "severalPeople" | "notAlone" | "kindNotCovered" | "notRuledOut" | "ownerAlone" | "signsAlone" | "associationRepresentative";

export type NextName = "need" | "organisation" | "representative" | "terms" | "administrators" | "approve" | "handOver" | "nothing" | "waitForRepresentative" | "review" | "finishLogin" | "waitForReceiver" | "sendAgain" | "askReceiver" | "readRefusal" | "setUp";

export type Organisation = { 
/**
 * The CVR number as typed.
 */
cvr: string, 
/**
 * Who prepares.
 */
role: RoleName | null, 
/**
 * The reporter's name.
 */
reporterName: string, 
/**
 * The reporter's firm.
 */
reporterOrganisation: string, 
/**
 * The reporter's e-mail address.
 */
reporterEmail: string, };

export type OrganisationSummary = { 
/**
 * CVR number in pairs.
 */
cvr: string, 
/**
 * Name.
 */
name: string, 
/**
 * Address lines.
 */
address: Array<string>, 
/**
 * CVR's own word for the form.
 */
form: string, 
/**
 * What the status means.
 */
status: StatusName, 
/**
 * CVR's own text of the status.
 */
statusText: string, 
/**
 * Who may be representative.
 */
candidates: Array<Candidate>, 
/**
 * The signing rule.
 */
signingRule: string | null, 
/**
 * When the register answered.
 */
lookedUp: string, };

export type OutlookLine = { 
/**
 * What it is about; the key of a text.
 */
about: OutlookName, 
/**
 * True: holds. False: does not. None: not known yet.
 */
holds: boolean | null, };

export type OutlookName = "active" | "listed" | "mitid" | "several" | "administratorsReady";

export type Page = { "is": "opening" } | { "is": "choosePassphrase" } | { "is": "closed", passphrase: boolean, recovery: boolean, } | { "is": "stopped", detail: string | null, } | { "is": "cases", cases: Array<CaseRow>, recoveryMissing: boolean, } | { "is": "tasks", tasks: Array<Task>, outlook: Array<OutlookLine>, reporter: boolean, } | { "is": "need", answers: Need, asksSignsAlone: boolean, outcome: NeedName, } | { "is": "organisation", answers: Organisation, lookup: Lookup, } | { "is": "representative", answers: Representative, candidates: Array<Candidate>, listed: boolean | null, reporter: boolean, } | { "is": "terms", terms: Terms, reporter: boolean, } | { "is": "administrators", answers: Administrators, representativeName: string, representativeEmail: string, } | { "is": "check", draft: DraftSummary, preview: Preview | null, reporter: boolean, missing: Array<Missing>, outlook: Array<OutlookLine>, } | { "is": "handOver", to: string, written: HandedOver | null, } | { "is": "review", connection: ConnectionSummary, handedOver: string, terms: Terms, preview: Preview | null, } | { "is": "approve", login: Login | null, preview: Preview | null, } | { "is": "done", connection: ConnectionSummary, approval: Approval, delivery: Delivery, setupDeadline: string, keepUntilYear: number, } | { "is": "openHandOver", file: string | null, } | { "is": "mailbox", mails: Array<Mail>, } | { "is": "aboutPractice", organisations: Array<PracticeEntry>, persons: Array<PracticeEntry>, } | { "is": "help" } | { "is": "settings", key: KeyWayName, recovery: boolean, recoveryCode: Hidden | null, version: string, update: Update, };

export type PartName = "need" | "organisation" | "representative" | "terms" | "administrators";

export type ParticipantName = "person" | "personWithoutCpr" | "organisation";

export type PeopleName = "one" | "several" | "unknown";

export type PracticeEntry = { 
/**
 * The name.
 */
name: string, 
/**
 * The CVR number of an organisation, in pairs.
 */
cvr: string | null, 
/**
 * What trying it shows.
 */
shows: string, };

export type Preview = { 
/**
 * The control code, three groups of four.
 */
code: Array<string>, 
/**
 * The text that MitID shows.
 */
referenceText: string, 
/**
 * The exact content that is signed (RFC 8785 JSON, laid out for reading).
 */
exact: string, };

export type Reporter = { 
/**
 * Full name.
 */
name: string, 
/**
 * First name.
 */
firstName: string, 
/**
 * Firm.
 */
organisation: string | null, 
/**
 * E-mail address.
 */
email: string, };

export type Representative = { 
/**
 * Full name.
 */
name: string, 
/**
 * Title.
 */
title: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Has private MitID?
 */
hasMitid: AnswerName | null, };

export type RoleName = "representative" | "reporter";

export type Saved = { "is": "not" } | { "is": "at", at: string, } | { "is": "failed", code: string, };

export type Site = "connection" | "terms";

export type StatusName = "active" | "dissolving" | "ceased" | "uncertain";

export type Step = { 
/**
 * Which.
 */
step: StepName, 
/**
 * How far.
 */
state: StepState, 
/**
 * The page of the step is open.
 */
current: boolean, 
/**
 * How many administrators are appointed, at that step.
 */
count: number, 
/**
 * When: the terms were opened, the login or the approval happened.
 */
at: string | null, };

export type StepName = "logIn" | "terms" | "administrators" | "approve";

export type StepState = "later" | "open" | "active" | "ready" | "wrong" | "done";

export type Task = { 
/**
 * Which part; none for the last one, "approve" or "hand over".
 */
part: PartName | null, 
/**
 * How far.
 */
state: TaskState, 
/**
 * How many persons, for the administrators.
 */
count: number, };

export type TaskState = "notBegun" | "begun" | "done" | "later";

export type Terms = { 
/**
 * Official Danish title.
 */
title: string, 
/**
 * Date of publication.
 */
published: string, 
/**
 * The annexes.
 */
annexes: Array<string>, 
/**
 * When they were opened.
 */
opened: string | null, 
/**
 * Approving includes them.
 */
accepted: boolean, };

export type ThemeName = "system" | "light" | "dark";

export type Update = { "is": "notConfigured" } | { "is": "notAsked" } | { "is": "asking" } | { "is": "newest" } | { "is": "newer", version: string, } | { "is": "installing" } | { "is": "failed" };

export type View = { 
/**
 * Grows by one with every view, so that an older one that arrives late is dropped.
 */
revision: number, 
/**
 * Practice or live.
 */
environment: EnvironmentName, 
/**
 * The language of the window.
 */
language: LanguageName, 
/**
 * Light, dark or the system's.
 */
theme: ThemeName, 
/**
 * The page that is open.
 */
page: Page, 
/**
 * How many cases there are.
 */
caseCount: number, 
/**
 * The case that the page belongs to.
 */
case: CaseHead | null, 
/**
 * What is wrong, and belongs to no field. A code of the catalogue.
 */
problem: string | null, 
/**
 * What is wrong at fields of the page, in the order of the page.
 */
fieldProblems: Array<FieldProblem>, 
/**
 * A file was written: its path, to be told once.
 */
written: string | null, };
