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

export type AfterOutcome = { 
/**
 * The outcome that stands.
 */
stated: StatedOutcome, 
/**
 * Those that were stated before, oldest first.
 */
earlier: Array<StatedOutcome>, 
/**
 * Who was guided.
 */
role: RoleName, 
/**
 * The approval in Tilslut, where there was one.
 */
approved: ApprovedBefore | null, 
/**
 * What is being concluded, or was.
 */
connection: ConnectionSummary, 
/**
 * The edition of the terms that the case is about.
 */
terms: string, 
/**
 * What has to happen until when.
 */
deadlines: Array<RowDeadline>, 
/**
 * The rule behind the reason.
 */
rule: ReasonRule | null, 
/**
 * What the rules say of what comes now.
 */
followUp: Array<Finding>, 
/**
 * The agreement, once it was concluded.
 */
agreement: Agreement | null, 
/**
 * The administrators who are to set up; none while nobody is asked to.
 */
setUp: Array<SetUpRow>, 
/**
 * The mail that reminds the representative, where there is something to remind of.
 */
mail: RepresentativeMail | null, 
/**
 * The answers can be changed again.
 */
canGoBack: boolean, 
/**
 * A new case can be begun with the answers.
 */
canUseAgain: boolean, 
/**
 * The case that was.
 */
copiedAs: string | null, 
/**
 * The official mails that are kept with it.
 */
mails: Array<KeptMail>, 
/**
 * What would come along.
 */
carried: Array<Carried>, 
/**
 * The documents that would have to be replaced, by their ids.
 */
replaced: Array<string>, 
/**
 * Its record; none while there is nothing to record.
 */
record: RecordState | null, };

export type Agreement = { 
/**
 * Everybody who was appointed, in that order.
 */
administrators: Array<AgreementAdministrator>, 
/**
 * What can be stated now.
 */
kinds: Array<AgreementEventName>, 
/**
 * What was stated, oldest first.
 */
stated: Array<StatedEvent>, 
/**
 * What the rules say of it.
 */
findings: Array<Finding>, 
/**
 * Today, as the fields of a day have it.
 */
today: Born, };

export type AgreementAdministrator = { 
/**
 * The name.
 */
name: string, 
/**
 * The last day, where the person was said to stop.
 */
leaves: string | null, };

export type AgreementEventName = "administratorLeaves" | "administratorStays" | "administratorAppointed" | "terminated" | "terminationUndone" | "termsAnnounced" | "registrationRenewed";

export type AlignmentName = "same" | "related" | "other";

export type AnswerName = "yes" | "no" | "unknown";

export type AnswerPart = "name" | "address" | "form" | "status" | "participants" | "signingRule";

export type Answered = { "is": "answers" } | { "is": "silent" } | { "is": "contradicts", points: Array<string>, };

export type Answers = { "of": "need" } & Need | { "of": "organisation" } & Organisation | { "of": "representative" } & Representative | { "of": "board" } & Board | { "of": "administrators" } & Administrators;

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
approver: LoginName, 
/**
 * That name against the case and its register.
 */
found: NameMatch, 
/**
 * The candidate of the register that it is, with the role.
 */
candidate: string | null, 
/**
 * What the broker says about whom the person may represent.
 */
authority: AuthorityName, 
/**
 * How a difference was explained.
 */
explanation: ExplanationName | null, 
/**
 * When.
 */
at: string, 
/**
 * How much the evidence proves.
 */
level: LevelName, 
/**
 * How many seconds the computer's clock was behind MitID's when the login began, where that
 * was found; negative where it was ahead.
 */
clockBehind: number | null, 
/**
 * The control code.
 */
code: Array<string>, };

export type ApprovedBefore = { 
/**
 * When.
 */
at: string, 
/**
 * How much the evidence proves.
 */
level: LevelName, 
/**
 * The number of the receipt, where it has one.
 */
receipt: number | null, };

export type Asked = { 
/**
 * The question.
 */
name: AskedName, 
/**
 * The person, from 1; none for what is about something else.
 */
number: number | null, };

export type AskedName = "needPeople" | "needKind" | "needSignsAlone" | "needAssociation" | "needConnected" | "cvr" | "typedCounts" | "typedName" | "typedForm" | "typedStatus" | "role" | "reporterName" | "reporterOrganisation" | "reporterEmail" | "representativeName" | "representativeTitle" | "representativeEmail" | "representativeHasMitid" | "representativeInCvr" | "representativeBorn" | "representativeHasCpr" | "termsOpened" | "termsAccepted" | "administrators" | "representativeIsAdministrator" | "boardMember" | "boardName" | "boardFunction" | "administrator" | "administratorName" | "administratorEmail" | "administratorBorn" | "administratorHasCpr" | "administratorHasMitid" | "approverExplanation" | "from" | "to" | "years" | "code" | "brokerKey" | "outcome" | "outcomeOn" | "outcomeReason" | "outcomeWords" | "event" | "eventWho" | "eventName" | "eventOn" | "note" | "contactWho" | "contactEmail";

export type AuthorityName = "untold" | "confirmed" | "other";

export type AwayName = "inBin" | "deleted";

export type AwayRow = { 
/**
 * The number.
 */
number: number, 
/**
 * The day on which it was deleted for good; none while its case lies in the bin.
 */
deleted: string | null, };

export type Backup = { 
/**
 * When it was made.
 */
made: string, 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many cases are in it.
 */
cases: number, 
/**
 * How many receipts and records.
 */
receipts: number, 
/**
 * Its size in megabytes, at least one.
 */
megabytes: number, 
/**
 * A recovery code opens it on another computer.
 */
elsewhere: boolean, };

export type BackupAt = { 
/**
 * When it was made.
 */
made: string, 
/**
 * How many cases are in it.
 */
cases: number, };

export type BackupFound = { 
/**
 * How many cases can be read in it.
 */
cases: number, 
/**
 * When one of them was changed last.
 */
newest: string | null, 
/**
 * How many receipts and records, and the numbers of the first and the last.
 */
receipts: number, 
/**
 * The number of the first.
 */
first: number | null, 
/**
 * The number of the last.
 */
last: number | null, 
/**
 * How many documents and mails.
 */
documents: number, 
/**
 * What would become of it.
 */
plan: MergePlan, };

export type BackupsIntent = { "is": "now" } | { "is": "save" } | { "is": "move" } | { "is": "rescue" } | { "is": "deleteDamaged" } | { "is": "cancel" } | { "is": "chooseFolder" } | { "is": "forgetFolder" } | { "is": "settlePlace" } | { "is": "setBudget", budget: BudgetName, } | { "is": "choose" } | { "is": "open", typed: string, } | { "is": "takeIn" } | { "is": "leave" };

export type BackupsState = { 
/**
 * The folder that Tilslut puts them into by itself.
 */
folder: string, 
/**
 * The person has chosen it; otherwise it is on the disk that the cases are on.
 */
chosen: boolean, 
/**
 * The last one that counts.
 */
last: Backup | null, 
/**
 * How many lie in the folder.
 */
stored: number, 
/**
 * How much room they take, in megabytes.
 */
megabytes: number, 
/**
 * How much room they may take.
 */
budget: BudgetName, 
/**
 * How much room damaged files take that lie beside the cases, in megabytes; 0 where there are none.
 */
damagedMegabytes: number, 
/**
 * Why the last attempt came to nothing.
 */
problem: string | null, 
/**
 * One is being made: so many hundredths of it.
 */
making: number | null, };

export type BelongingName = "belongs" | "another" | "silent";

export type BinIntent = { "is": "listBin", from: number, } | { "is": "putBack", case: string, } | { "is": "empty", case: string, despiteKeeping: boolean, };

export type BinRow = { 
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
 * Where it was; none where a newer program wrote a word that this one does not know.
 */
state: CaseState | null, 
/**
 * The day on which it was deleted.
 */
deleted: string, 
/**
 * The first day on which it can be gone for good.
 */
gone: string, 
/**
 * What is to be kept longer.
 */
keeping: Keeping | null, 
/**
 * The last day until which backups that Tilslut makes by itself may hold it, once it is gone then;
 * none where it makes none.
 */
heldUntil: string | null, 
/**
 * The same, when it is deleted for good today.
 */
heldToday: string | null, };

export type Board = { 
/**
 * The members, in the order in which they are printed.
 */
members: Array<BoardMember>, };

export type BoardMember = { 
/**
 * Full name.
 */
name: string, 
/**
 * The member's function.
 */
function: string, };

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

export type Broker = { 
/**
 * The host that a person knows it by; none in practice.
 */
host: string | null, 
/**
 * What the organisation has to prove itself with there, when it has to.
 */
wants: BrokerKeyName | null, 
/**
 * The key store holds that.
 */
hasKey: boolean, };

export type BrokerKeyName = "secret" | "privateKey";

export type BudgetName = "half" | "one" | "two" | "five" | "twenty";

export type BundleSummary = { 
/**
 * Practice or live.
 */
environment: EnvironmentName, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * The CVR number in pairs.
 */
cvr: string, 
/**
 * The representative's name.
 */
representative: string, 
/**
 * Every administrator, to compare with the page.
 */
administrators: Array<SummaryAdministrator>, 
/**
 * The title of the terms.
 */
terms: string, 
/**
 * The day on which they were published.
 */
termsPublished: string, 
/**
 * The login was to hand over, so the code is that of a hand-over.
 */
handsOver: boolean, 
/**
 * The control code.
 */
code: Array<string>, 
/**
 * Who logged in, when that is proven.
 */
approver: LoginName | null, 
/**
 * When, when that is proven.
 */
approved: string | null, 
/**
 * How much is proven.
 */
level: LevelName | null, 
/**
 * The receipt number, on a receipt.
 */
number: number | null, };

export type CameFrom = { 
/**
 * The draft.
 */
case: string, 
/**
 * From the page of its organisation; otherwise from its tasks.
 */
organisation: boolean, };

export type Candidate = { 
/**
 * Name; empty when the register says that somebody has the role and not who.
 */
name: string, 
/**
 * CVR's own word for the role.
 */
role: string, 
/**
 * Since when, where the register tells.
 */
since: string | null, 
/**
 * Person with or without CPR number, organisation, or not known.
 */
kind: ParticipantName, };

export type Carried = { 
/**
 * Which.
 */
part: PartName, 
/**
 * How it stands.
 */
mark: CarriedMarkName, };

export type CarriedKey = { 
/**
 * The name that the DNS is asked for.
 */
name: string, 
/**
 * When it was seen.
 */
seen: string, 
/**
 * What the DNS said when it was asked again: `record-check-dns-<answer>` is its text.
 */
answer: string | null, 
/**
 * When that was.
 */
asked: string | null, 
/**
 * The code of what went wrong when it was asked.
 */
problem: string | null, };

export type CarriedMarkName = "unchanged" | "lookAgain" | "correct" | "replace";

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
 * Whether the case can be deleted.
 */
deletion: Deletion, 
/**
 * The receiver's case number.
 */
number: string | null, 
/**
 * Approvals that were made and not used.
 */
setAside: Array<DiscardedApproval>, 
/**
 * What went wrong before with these answers.
 */
earlier: EarlierOutcome | null, 
/**
 * The parts that came along from another case and were not looked at yet.
 */
carried: Array<Carried>, 
/**
 * The documents that came along and are to be replaced, by their ids.
 */
replaced: Array<string>, };

export type CaseIntent = { "is": "answer", answers: Answers, } | { "is": "continue", part: PartName, } | { "is": "lookUp" } | { "is": "openRegister" } | { "is": "search", words: string, } | { "is": "searchMore" } | { "is": "chooseOrganisation", cvr: string, } | { "is": "endSearch" } | { "is": "listOrganisations" } | { "is": "attachDocument", kind: string, } | { "is": "confirmDocument", document: string, point: string, holds: boolean, } | { "is": "removeDocument", document: string, } | { "is": "showDocument", document: string, } | { "is": "showBoard" } | { "is": "saveBoard" } | { "is": "openTerms" } | { "is": "showTermsSummary" } | { "is": "acceptTerms", tick: boolean, } | { "is": "approve" } | { "is": "beginLoginAnew" } | { "is": "explainApprover", explanation: ExplanationName | null, } | { "is": "discardApproval" } | { "is": "deliver" } | { "is": "handOver", loggedIn: boolean, } | { "is": "takeBack" } | { "is": "guide", intent: GuideIntent, } | { "is": "stateEvent", event: EventAnswers, } | { "is": "tickSetUp", administrator: number, done: boolean, } | { "is": "mailDraft", intent: MailDraftIntent, } | { "is": "mail", intent: MailIntent, } | { "is": "listHistory", from: number, } | { "is": "saveHistory" } | { "is": "delete", despiteKeeping: boolean, };

export type CaseQuery = { 
/**
 * Only cases in which each of these words begins a word; every case when blank.
 */
words: string, 
/**
 * Only cases in one of these states; every state when empty.
 */
states: Array<CaseState>, 
/**
 * Only cases that need attention.
 */
needsAttention: boolean, 
/**
 * By what the rows are sorted.
 */
sort: SortName, 
/**
 * Which end comes first.
 */
direction: DirectionName, 
/**
 * How many rows are left out before the first.
 */
from: number, };

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
problem: string | null, 
/**
 * A person has to do something.
 */
needsAttention: boolean, 
/**
 * The nearest deadline that is not settled.
 */
deadline: RowDeadline | null, 
/**
 * What the rules say of the answers, while they can be changed, approved or concluded.
 */
verdict: VerdictName | null, 
/**
 * Why it stands still.
 */
why: string | null, 
/**
 * The day that the last outcome is about.
 */
stated: string | null, };

export type CaseState = "draft" | "notNeeded" | "handedOver" | "received" | "approving" | "confirming" | "approved" | "unknown" | "refused" | "delivered" | "guided" | "stopped" | "awaitingRepresentative" | "underReview" | "statedConcluded" | "concluded" | "rejected" | "withdrawn";

export type CasesIntent = { "is": "begin" } | { "is": "list", query: CaseQuery, } | { "is": "saveDates", date: DateOf | null, } | { "is": "saveUnreadable", case: string, };

export type CertaintyName = "official" | "thirdParty" | "general" | "own";

export type Change = { 
/**
 * What changed.
 */
what: ChangeName, 
/**
 * As it was; none for what is new.
 */
before: string | null, 
/**
 * As it is; empty for what is gone.
 */
now: string, };

export type ChangeName = "name" | "address" | "form" | "status" | "signingRule" | "joined" | "left" | "candidate";

export type CheckResult = { 
/**
 * Which.
 */
check: string, 
/**
 * It holds; it does not; or nothing can be said.
 */
passed: boolean | null, 
/**
 * The technical value that was looked at.
 */
detail: string, };

export type ClockOff = { 
/**
 * By how many seconds it is behind MitID's; negative where it is ahead.
 */
behind: number, 
/**
 * The operating system, which says how a clock is set: `windows`, `macos` or `linux`.
 */
system: string, };

export type ComingName = "yes" | "perhaps" | "forTheOther";

export type Companion = { 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * Who is guided.
 */
role: RoleName, 
/**
 * The services that the case goes through, in live.
 */
used: ServicesUsed | null, 
/**
 * Every screen, in its order.
 */
stops: Array<Stop>, 
/**
 * The screen that is looked at.
 */
screen: GuideScreen, 
/**
 * The screen that comes next; none after the last.
 */
next: ScreenChoice | null, 
/**
 * The screen before; none before the first.
 */
back: ScreenChoice | null, 
/**
 * Whom an administrator's values are of.
 */
people: Array<GuidePerson>, 
/**
 * Which of them is chosen, from 0.
 */
person: number, 
/**
 * Who told of the organisation, and when.
 */
source: SourceName, 
/**
 * When.
 */
lookedUp: string, 
/**
 * What the case says of the representative's private MitID.
 */
mitid: AnswerName | null, 
/**
 * When the representative approved in Tilslut, where that came first.
 */
approved: string | null, 
/**
 * The window is kept above the others.
 */
onTop: boolean, 
/**
 * What lies in the clipboard.
 */
copied: CopiedValue | null, 
/**
 * The day on which the screens were compared with their sources.
 */
asOf: string, };

export type ConclusionName = "genuine" | "textNotProven" | "ownRecord" | "notAnchored" | "changed" | "notProven" | "cannotJudge" | "otherEnvironment" | "notOurs" | "sealed";

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
administrators: Array<Appointed>, 
/**
 * The documents that are enclosed.
 */
enclosed: Array<EnclosedSummary>, };

export type Contact = { 
/**
 * Who.
 */
who: string, 
/**
 * How to reach them.
 */
email: string, };

export type Copied = { "is": "at", path: string, } | { "is": "failed", code: string, };

export type CopiedValue = { 
/**
 * What was copied.
 */
what: ValueName, 
/**
 * The administrator whose it is, from 0.
 */
person: number, 
/**
 * When it is taken out again; none before it lies there.
 */
until: string | null, };

export type DamagedCases = { 
/**
 * A backup is looked for.
 */
looking: boolean, 
/**
 * The newest one that is whole.
 */
backup: BackupAt | null, 
/**
 * What can be read is being read.
 */
reading: boolean, 
/**
 * Why it could not be: a code of the catalogue.
 */
problem: string | null, 
/**
 * What was read.
 */
salvaged: Salvaged | null, 
/**
 * It is being opened.
 */
opening: boolean, };

export type DateOf = { 
/**
 * The case.
 */
case: string, 
/**
 * What it is about.
 */
kind: DeadlineName, };

export type DeadlineName = "representativeReminder" | "answerExpected" | "setUpReminder" | "setUpLastReminder" | "setUpLink" | "administratorLeaves" | "fewAdministrators" | "termination" | "termsInForce" | "registrationLapses" | "registerSnapshot" | "retention";

export type Deletion = { 
/**
 * Why it cannot be now: a code of the catalogue.
 */
blocked: string | null, 
/**
 * The first day on which it is gone for good.
 */
gone: string, 
/**
 * What is to be kept longer.
 */
keeping: Keeping | null, };

export type Delivery = { "is": "sending" } | { "is": "notSent" } | { "is": "noReceiver" } | { "is": "unknown", since: string, } | { "is": "refused", reason: string, } | { "is": "accepted", caseNumber: string, at: string, };

export type DirectionName = "ascending" | "descending";

export type DiscardedApproval = { 
/**
 * Who had logged in.
 */
approver: LoginName, 
/**
 * When.
 */
at: string, 
/**
 * The control code.
 */
code: Array<string>, };

export type DraftSummary = { 
/**
 * What the need check says.
 */
need: NeedName, 
/**
 * Whether the organisation is connected already, as the person says.
 */
connected: AnswerName | null, 
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
 * The documents that are needed.
 */
documents: Array<Needed>, 
/**
 * The terms.
 */
terms: Terms, };

export type DuePaper = { 
/**
 * Its number, when it has one.
 */
number: number | null, 
/**
 * It is a record.
 */
isRecord: boolean, };

export type DueWhen = "past" | "soon" | "later";

export type EarlierOutcome = { 
/**
 * What was stated; none where the other case was approved in Tilslut.
 */
stated: StatedOutcome | null, 
/**
 * The rule behind the reason.
 */
rule: ReasonRule | null, 
/**
 * The case that the answers came from; none where it is this one.
 */
case: string | null, };

export type EnclosedSummary = { 
/**
 * Its name on this machine, for opening it.
 */
id: string, 
/**
 * Which document it is.
 */
kind: string, 
/**
 * The name of the file.
 */
name: string, };

export type EnvironmentName = "practice" | "live";

export type EventAnswers = { 
/**
 * Which was chosen.
 */
kind: AgreementEventName | null, 
/**
 * The administrator, by the place in [`Agreement::administrators`].
 */
who: number | null, 
/**
 * The name of one who was appointed.
 */
name: string, 
/**
 * The day, where it has one.
 */
on: Born, };

export type Expected = { 
/**
 * How many working days case handling may take.
 */
days: number, 
/**
 * By the calendar of public holidays.
 */
early: string, 
/**
 * By the calendar that skips the days on which offices are usually closed, too: "expected at
 * the latest".
 */
latest: string, };

export type ExplanationName = "samePerson" | "mayRepresent";

export type ExportProgress = { 
/**
 * How many receipts are made.
 */
done: number, 
/**
 * Of how many; none before that is known.
 */
of: number | null, };

export type Favour = { 
/**
 * What: the key of a text.
 */
what: FavourName, 
/**
 * The representative's role in CVR's own words, where it is about that.
 */
role: string | null, };

export type FavourName = "organisationActive" | "organisationSaidActive" | "formAutomatic" | "representativeListed" | "representativeSaidListed" | "representativeHasMitid" | "administratorsReady" | "severalAdministrators";

export type FieldProblem = { 
/**
 * The field, e.g. `cvr` or `administrators.1.email`.
 */
field: string, 
/**
 * A code of the catalogue: `err-<code>`, `rec-<code>`.
 */
code: string, 
/**
 * The question it belongs to.
 */
asked: Asked | null, };

export type File = { 
/**
 * Its name on this machine; the address of a picture.
 */
id: string, 
/**
 * The name that the person knows it by.
 */
name: string, 
/**
 * What it is.
 */
media: MediaName, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * When it was attached.
 */
at: string, 
/**
 * Its place among the documents of the case: what findings name it by.
 */
place: number, 
/**
 * Ids of the points that are confirmed.
 */
confirmed: Array<string>, };

export type FileKindName = "receipt" | "record" | "evidence" | "handOver";

export type Finding = { 
/**
 * The rule's stable id.
 */
rule: string, 
/**
 * How much it matters.
 */
severity: SeverityName, 
/**
 * The page where the answer is given; none for what comes after the case has left the house.
 */
part: PartName | null, 
/**
 * The field, when it is about one.
 */
field: string | null, 
/**
 * An answer is missing, rather than wrong.
 */
unanswered: boolean, 
/**
 * What is wrong.
 */
wrong: string, 
/**
 * What to do.
 */
remedy: string, 
/**
 * How sure it is.
 */
certainty: CertaintyName, };

export type FolderAdviceName = "network" | "oneDrive" | "iCloud" | "dropbox" | "googleDrive" | "nextcloud" | "syncthing" | "other";

export type FollowUpRow = { 
/**
 * The case.
 */
case: string, 
/**
 * The organisation's name, when known.
 */
name: string | null, 
/**
 * The CVR number in pairs, when sound.
 */
cvr: string | null, 
/**
 * The representative's name, when known.
 */
representative: string | null, 
/**
 * What it is about.
 */
kind: DeadlineName, 
/**
 * No authority has set the day: it is our own reminder.
 */
own: boolean, 
/**
 * Nothing official says how long it is; others do.
 */
toldByOthers: boolean, 
/**
 * The last day.
 */
day: string, 
/**
 * How many days it is from today; negative once it has passed.
 */
days: number, 
/**
 * How near that is.
 */
when: DueWhen, 
/**
 * How many of the administrators are set up, where the date is about that.
 */
setUp: SetUpCount | null, 
/**
 * Who can be reminded of it, where it is one person.
 */
remind: Remind | null, 
/**
 * The receipt or record that it is about.
 */
paper: DuePaper | null, };

export type FormChoice = { 
/**
 * CVR's form code.
 */
code: number, 
/**
 * The form's name.
 */
name: string, };

export type GuideIntent = { "is": "begin" } | { "is": "show", screen: string, } | { "is": "choose", person: number, } | { "is": "note", screen: string, note: string, } | { "is": "copy", what: ValueName, } | { "is": "keepOnTop", on: boolean, } | { "is": "ask" } | { "is": "state", outcome: OutcomeAnswers, } | { "is": "useAgain" };

export type GuidePerson = { 
/**
 * The name.
 */
name: string, 
/**
 * The management representative.
 */
isRepresentative: boolean, };

export type GuideRemark = { 
/**
 * What.
 */
text: string, 
/**
 * How sure it is.
 */
certainty: CertaintyName, 
/**
 * Addresses of what it was read from.
 */
sources: Array<string>, };

export type GuideScreen = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
number: number, 
/**
 * What it is called, in the language of the window; none where it is not known.
 */
title: string | null, 
/**
 * What it is called in the other language of the site.
 */
otherTitle: string | null, 
/**
 * The Danish title is our translation.
 */
translated: boolean, 
/**
 * What could be read about it.
 */
known: KnownName, 
/**
 * How sure that is.
 */
certainty: CertaintyName | null, 
/**
 * Addresses of what it was read from.
 */
sources: Array<string>, 
/**
 * What to do on it, in order.
 */
steps: Array<GuideStep>, 
/**
 * What is taken to stand on it.
 */
assumed: string | null, 
/**
 * Values that may be asked for because of that.
 */
have: Array<GuideValue>, 
/**
 * What is known otherwise.
 */
remarks: Array<GuideRemark>, 
/**
 * What the person has noted of it.
 */
note: string, };

export type GuideStep = { 
/**
 * What.
 */
text: string, 
/**
 * The values that are needed for it.
 */
values: Array<GuideValue>, };

export type GuideValue = { 
/**
 * What it is.
 */
what: ValueName, 
/**
 * As it is read; empty where the window has the words.
 */
shown: string, 
/**
 * It can be copied.
 */
copies: boolean, };

export type HandOverIntent = { "is": "choose" } | { "is": "open", words: string, };

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
at: string, 
/**
 * The login that the reporter made for it.
 */
login: ReporterLogin | null, };

export type Hidden = string;

export type HistoryRow = { 
/**
 * When.
 */
at: string, 
/**
 * In which role, where it was a person's doing and is known.
 */
by: RoleName | null, 
/**
 * What.
 */
what: HistoryWhat, };

export type HistoryValueName = "text" | "answer" | "people" | "kind" | "role" | "day";

export type HistoryWhat = { "is": "begun", received: boolean, copied: boolean, } | { "is": "answer", asked: Asked, value: HistoryValueName, old: string, new: string, } | { "is": "document", name: string, old: string, new: string, } | { "is": "added", asked: Asked, } | { "is": "removed", asked: Asked, } | { "is": "handedOver" } | { "is": "guideBegun" } | { "is": "takenBack" } | { "is": "setAside" } | { "is": "approved" } | { "is": "delivered", number: string, } | { "is": "stated", stated: StatedOutcome, };

export type Intent = { "is": "navigation", intent: Navigation, } | { "is": "cases", intent: CasesIntent, } | { "is": "case", case: string, intent: CaseIntent, } | { "is": "login", intent: LoginIntent, } | { "is": "handOver", intent: HandOverIntent, } | { "is": "receipts", intent: ReceiptsIntent, } | { "is": "verification", intent: VerificationIntent, } | { "is": "vault", intent: VaultIntent, } | { "is": "settings", intent: SettingsIntent, } | { "is": "services", intent: ServicesIntent, } | { "is": "backups", intent: BackupsIntent, } | { "is": "bin", intent: BinIntent, } | { "is": "log", intent: LogIntent, };

export type Keeping = { 
/**
 * The last day on which they are.
 */
until: string, 
/**
 * The person has set how long; else Tilslut suggests it.
 */
set: boolean, };

export type KeptMail = { 
/**
 * SHA-256 of the file: names it.
 */
sha256: string, 
/**
 * The name of the file.
 */
file: string, 
/**
 * When it was taken in.
 */
taken: string, 
/**
 * Whose it is.
 */
belonging: BelongingName, 
/**
 * What its signature is worth.
 */
worth: SignatureName, 
/**
 * The domain that signed.
 */
domain: string | null, 
/**
 * What is known of that domain.
 */
listing: ListingName | null, 
/**
 * It proves that the mail of this case came.
 */
isProof: boolean, };

export type KeyWayName = "keyStore" | "passphrase" | "recoveryCode";

export type KindName = "soleProprietor" | "company" | "association" | "other";

export type KnownName = "screen" | "content" | "nothing";

export type LanguageName = "danish" | "english";

export type LeftOut = { 
/**
 * What it belonged to.
 */
part: AnswerPart, 
/**
 * Why it is not there.
 */
why: WhyLeftOutName, };

export type LevelName = "a" | "b" | "c" | "d";

export type Limits = { 
/**
 * One document.
 */
documentMegabytes: number, 
/**
 * All documents of a case.
 */
caseMegabytes: number, };

export type Listing = { "is": "notTold" } | { "is": "offered" } | { "is": "underWay", login: Login | null, } | { "is": "listed", organisations: Array<Represented>, } | { "is": "failed", code: string, };

export type ListingName = "confirmed" | "unconfirmed" | "unlisted";

export type LockAfterName = "never" | "minute" | "fiveMinutes" | "quarterHour" | "halfHour" | "hour";

export type LogIntent = { "is": "open" } | { "is": "listLines", from: number, } | { "is": "report" } | { "is": "putReportAway" } | { "is": "saveReport" } | { "is": "empty" } | { "is": "leave" };

export type LogRow = { 
/**
 * When.
 */
at: string, 
/**
 * The code of what happened: `log-<code>` in the catalogue.
 */
event: string, 
/**
 * What its sentence is told.
 */
values: Array<LogValue>, };

export type LogValue = { "is": "number", name: string, number: number, } | { "is": "word", name: string, word: string, } | { "is": "problem", name: string, code: string, };

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
otherAnswer: boolean, 
/**
 * A browser tried to come back encrypted, which it cannot.
 */
https: boolean, };

export type LoginIntent = { "is": "cancel" } | { "is": "openBrowser" } | { "is": "goOnDespiteClock" };

export type LoginName = { "is": "given", name: string, } | { "is": "protected" } | { "is": "notGiven" };

export type Lookup = { "is": "notYet" } | { "is": "asked" } | { "is": "found", organisation: OrganisationSummary, changes: Array<Change>, } | { "is": "typed", organisation: OrganisationSummary, } | { "is": "failed", code: string, at: string, };

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

export type MailDraft = { 
/**
 * Which.
 */
to: MailTo, 
/**
 * The name of whom it is to.
 */
name: string, 
/**
 * The address of whom it is to.
 */
email: string, 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
text: string, 
/**
 * The paper that goes along.
 */
paper: PaperName, 
/**
 * When a draft to that person was opened last.
 */
opened: string | null, };

export type MailDraftIntent = { "is": "show", mail: MailTo, } | { "is": "open" } | { "is": "save" } | { "is": "showPaper" } | { "is": "savePaper" };

export type MailFieldName = "from" | "to" | "subject" | "date" | "messageId" | "contentType" | "contentTransferEncoding";

export type MailFormatName = "eml" | "msg" | "pdf";

export type MailIntent = { "is": "open" } | { "is": "choose" } | { "is": "show", sha256: string, } | { "is": "showInside", which: number, } | { "is": "check" } | { "is": "keep" } | { "is": "keepElsewhere" } | { "is": "putAway" } | { "is": "remove" } | { "is": "save" };

export type MailName = "receipt" | "setUpLink";

export type MailTo = { "is": "administrator", index: number, reminder: boolean, } | { "is": "representative", reminder: boolean, };

export type MediaName = "pdf" | "jpeg" | "png";

export type MergePlan = { 
/**
 * They come.
 */
add: number, 
/**
 * They take the place of an earlier state.
 */
replace: number, 
/**
 * They are here already, or something later is.
 */
same: number, 
/**
 * Both went on, and both are cases afterwards.
 */
both: number, 
/**
 * Both went on, and one of the two is kept aside.
 */
aside: number, 
/**
 * They were deleted here, and come back: there is work in the backup that was not known then.
 */
returned: number, 
/**
 * They are here already, and get back documents or records that they have lost here.
 */
completed: number, 
/**
 * They come into the bin, where they lie in the backup.
 */
binned: number, 
/**
 * They were deleted here, and stay deleted.
 */
deleted: number, 
/**
 * They cannot be read in the backup, and stay in it.
 */
unreadable: number, 
/**
 * Receipts and records that come.
 */
receipts: number, 
/**
 * The number at which the chains of receipts part, where they do.
 */
partsAt: number | null, };

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
code: string, 
/**
 * The question it belongs to.
 */
asked: Asked | null, };

export type MissingDocuments = { 
/**
 * The name of its organisation, where it has one.
 */
name: string | null, 
/**
 * How many are not here.
 */
missing: number, };

export type MissingSaves = { 
/**
 * What is odd.
 */
kind: RollbackName, 
/**
 * When what was here was saved last.
 */
was: string | null, 
/**
 * When what is here was saved last.
 */
is: string | null, 
/**
 * At least so many saves are missing; 0 where it is not known how many.
 */
saves: number, 
/**
 * The first receipt that is missing.
 */
first: number | null, 
/**
 * The last.
 */
last: number | null, };

export type MovedCase = { 
/**
 * The case.
 */
case: string, 
/**
 * The organisation's name, when known.
 */
name: string | null, 
/**
 * Where it is now.
 */
to: MovedToName, };

export type MovedToName = "bin" | "back" | "nowhere";

export type NameMatch = "same" | "spelled" | "otherCandidate" | "notListed" | "notTold" | "noName";

export type Navigation = { "is": "cases" } | { "is": "case", case: string, } | { "is": "approval", case: string, } | { "is": "part", case: string, part: PartName, } | { "is": "check", case: string, } | { "is": "rules", case: string, } | { "is": "history", case: string, } | { "is": "handOver", case: string, } | { "is": "openHandOver" } | { "is": "followUp" } | { "is": "receipts" } | { "is": "verify" } | { "is": "timeline", case: string, } | { "is": "mailbox" } | { "is": "aboutPractice" } | { "is": "help" } | { "is": "settings" } | { "is": "services" } | { "is": "backups" } | { "is": "bin" } | { "is": "readProblem", case: string | null, } | { "is": "closeWindow" } | { "is": "openSite", site: Site, };

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
signsAlone: AnswerName | null, 
/**
 * Is the organisation connected already?
 */
connected: AnswerName | null, };

export type NeedName = "open" | "severalPeople" | "notAlone" | "kindNotCovered" | "notRuledOut" | "ownerAlone" | "signsAlone" | "associationRepresentative";

export type Needed = { 
/**
 * Which document: an id of the rules.
 */
kind: string, 
/**
 * Its name.
 */
name: string, 
/**
 * It is asked for; otherwise it is only useful.
 */
required: boolean, 
/**
 * What it must show.
 */
shows: string, 
/**
 * What is usually accepted.
 */
accepts: Array<string>, 
/**
 * What the person confirms about each file.
 */
points: Array<Point>, 
/**
 * The files that are attached for it.
 */
attached: Array<File>, 
/**
 * It is attached, and every point of it is confirmed, of one file or another.
 */
done: boolean, 
/**
 * It is the board overview, which can be filled in here.
 */
board: boolean, };

export type NextName = "need" | "organisation" | "representative" | "documents" | "terms" | "administrators" | "approve" | "handOver" | "nothing" | "waitForRepresentative" | "review" | "finishLogin" | "explainApprover" | "waitForReceiver" | "sendAgain" | "askReceiver" | "readRefusal" | "conclude" | "setUp" | "stateOutcome" | "correct" | "waitForAnswer" | "useAgain" | "over";

export type NoteRow = { 
/**
 * The screen's id.
 */
screen: string, 
/**
 * The screen, where this version knows it.
 */
known: ScreenChoice | null, 
/**
 * What stands there, without what names a case.
 */
text: string, 
/**
 * When it was noted.
 */
at: string | null, 
/**
 * The day of the guide that it was compared with.
 */
guide: string | null, };

export type NotifyName = "off" | "plain" | "named";

export type OddityName = "noSender" | "severalSenders" | "nameHoldsAnotherAddress" | "headerTwice" | "brokenStructure" | "textCut" | "textNotRead" | "mailInside";

export type Offered = { 
/**
 * The name of its file.
 */
file: string, 
/**
 * What it says of each service.
 */
services: Array<OfferedService>, 
/**
 * The tables of it that no profile has.
 */
unknown: Array<string>, 
/**
 * The services that can be taken into use.
 */
takes: Array<ServiceName>, 
/**
 * They are being asked whether they are there.
 */
asking: boolean, 
/**
 * They have been asked.
 */
asked: boolean, };

export type OfferedService = { 
/**
 * Which.
 */
service: ServiceName, 
/**
 * What it says.
 */
said: Said, 
/**
 * The profile that decides about it all the same, since it comes before what a person takes.
 */
decided: ProfileFile | null, 
/**
 * What the service answered, once it was asked.
 */
answer: Answered | null, };

export type Organisation = { 
/**
 * The CVR number as typed.
 */
cvr: string, 
/**
 * What is typed here counts instead of a register's answer.
 */
byHand: boolean, 
/**
 * The organisation's name, typed by hand.
 */
typedName: string, 
/**
 * Its form, chosen by hand: CVR's form code.
 */
typedForm: number | null, 
/**
 * Its status, chosen by hand: CVR's word for it; empty as long as none is.
 */
typedStatus: string, 
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
 * The status in words; the register's own in quotation marks where Tilslut does not know it.
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
lookedUp: string, 
/**
 * Who said so.
 */
source: SourceName, 
/**
 * The source tells who may be representative.
 */
tellsManagement: boolean, 
/**
 * What of the answer was not kept.
 */
leftOut: Array<LeftOut>, };

export type OutcomeAnswers = { 
/**
 * Which was chosen.
 */
kind: OutcomeName | null, 
/**
 * The day, where it has one.
 */
on: Born, 
/**
 * The screen, where it stopped on one.
 */
screen: string | null, 
/**
 * The published reason, where it has one.
 */
rule: string | null, 
/**
 * Own words.
 */
words: string, };

export type OutcomeName = "concluded" | "sentWithDocuments" | "sentToRepresentative" | "stopped" | "rejected" | "withdrawn";

export type OutcomeQuestion = { 
/**
 * What can be answered.
 */
kinds: Array<OutcomeName>, 
/**
 * The screens that it can have stopped on.
 */
screens: Array<ScreenChoice>, 
/**
 * The screen that was looked at last, where this version knows it.
 */
screen: ScreenChoice | null, 
/**
 * The published reasons.
 */
reasons: Array<ReasonChoice>, 
/**
 * Today, as the fields of a day have it.
 */
today: Born, 
/**
 * When the person began.
 */
since: string, 
/**
 * What was stated before, newest last.
 */
stated: Array<StatedOutcome>, 
/**
 * The answers can be changed again.
 */
canGoBack: boolean, };

export type Page = { "is": "chooseEnvironment" } | { "is": "opening" } | { "is": "choosePassphrase", unlocking: boolean, } | { "is": "closed", why: string, keyStore: boolean, passphrase: boolean, recovery: boolean, unlocking: boolean, } | { "is": "older", missing: MissingSaves, opening: boolean, } | { "is": "damaged", damaged: DamagedCases, } | { "is": "stopped" } | { "is": "cases", query: CaseQuery, rows: Array<CaseRow>, matching: number, total: number, step: number, attention: Array<CaseRow>, attentionTotal: number, unreadable: Array<UnreadableRow>, recoveryMissing: boolean, askBackupPlace: boolean, folderAdvice: FolderAdviceName | null, unusable: Array<string>, approves: boolean, binned: number, } | { "is": "tasks", tasks: Array<Task>, reporter: boolean, used: ServicesUsed | null, } | { "is": "need", answers: Need, asksSignsAlone: boolean, outcome: NeedName, already: ReasonRule | null, } | { "is": "organisation", answers: Organisation, lookup: Lookup, forms: Array<FormChoice>, statuses: Array<StatusChoice>, asksStatus: boolean, search: Search | null, register: Register, listing: Listing, reporterRemembered: boolean, others: Array<SameOrganisation>, } | { "is": "representative", answers: Representative, candidates: Array<Candidate>, reporter: boolean, asksInCvr: string | null, } | { "is": "documents", needed: Array<Needed>, board: Array<BoardMember>, expected: Expected | null, limits: Limits, } | { "is": "terms", terms: Terms, reporter: boolean, approves: boolean, } | { "is": "administrators", answers: Administrators, representativeName: string, representativeEmail: string, } | { "is": "check", draft: DraftSummary, preview: Preview | null, reporter: boolean, missing: Array<Missing>, approves: boolean, } | { "is": "rules", rules: Array<RuleRow>, } | { "is": "handOver", to: string, written: HandedOver | null, logsIn: boolean, kept: ReporterLogin | null, } | { "is": "review", connection: ConnectionSummary, handedOver: string, terms: Terms, preview: Preview | null, login: ReporterLogin | null, approves: boolean, } | { "is": "approve", login: Login | null, clock: ClockOff | null, preview: Preview | null, handsOver: boolean, } | { "is": "confirm", connection: ConnectionSummary, approval: Approval, } | { "is": "guide", companion: Companion, } | { "is": "outcome", question: OutcomeQuestion, } | { "is": "stated", after: AfterOutcome, } | { "is": "mail", organisation: string, mail: ShownMail | null, reading: boolean, dragging: boolean, kept: Array<KeptMail>, } | { "is": "mailDraft", draft: MailDraft, } | { "is": "done", connection: ConnectionSummary, approval: Approval, delivery: Delivery, setupDeadline: string, expected: string | null, keepUntil: string, receipt: number | null, copied: Copied | null, agreement: Agreement | null, canUseAgain: boolean, copiedAs: string | null, setUp: Array<SetUpRow>, mails: Array<KeptMail>, states: boolean, reached: ScreenChoice | null, stated: boolean, } | { "is": "history", rows: Array<HistoryRow>, from: number, total: number, step: number, gone: string | null, most: number, } | { "is": "openHandOver", file: string | null, opening: boolean, administrator: number | null, } | { "is": "followUp", rows: Array<FollowUpRow>, more: boolean, } | { "is": "receipts", rows: Array<ReceiptRow>, from: number, total: number, away: Array<AwayRow>, awayTotal: number, step: number, folder: string | null, period: Period, export: ExportProgress | null, } | { "is": "verify", verification: Verification | null, dragging: boolean, checking: boolean, asking: boolean, } | { "is": "timeline", organisation: string, cvr: string, approvals: Array<TimelineApproval>, } | { "is": "mailbox", mails: Array<Mail>, } | { "is": "aboutPractice", organisations: Array<PracticeEntry>, persons: Array<PracticeEntry>, } | { "is": "help", version: string, system: string, rules: string, guide: string, notes: Array<NoteRow>, } | { "is": "services", services: ServicesInUse, version: string, offered: Offered | null, reading: boolean, changing: boolean, dragging: boolean, line: number | null, from: CameFrom | null, } | { "is": "backups", state: BackupsState, damaged: boolean, recovery: boolean, saved: string | null, words: Hidden | null, restore: RestoreView | null, taken: MergePlan | null, } | { "is": "bin", rows: Array<BinRow>, from: number, total: number, step: number, rest: number, } | { "is": "log", rows: Array<LogRow>, from: number, total: number, step: number, unread: number, place: string, report: string | null, reading: boolean, alone: boolean, days: number, } | { "is": "profileUnread", profiles: Array<UnreadProfile>, } | { "is": "settings", key: KeyWayName, passphrase: PassphraseState, recovery: boolean, recoveryCode: Hidden | null, version: string, folder: string | null, uncopied: number, retention: Retention, reporter: Reporter | null, notify: NotifyName, lockAfter: LockAfterName, systemTells: boolean, };

export type PagesName = "asMade" | "reSaved" | "changed" | "noEvidence" | "otherEdition" | "otherTrust" | "drawnAnew";

export type PaperName = "setUp" | "approval";

export type PartName = "need" | "organisation" | "representative" | "documents" | "terms" | "administrators";

export type ParticipantName = "person" | "personWithoutCpr" | "organisation" | "unknown";

export type PassphraseState = { 
/**
 * There is one.
 */
isSet: boolean, 
/**
 * Nothing opens the cases without it but the recovery code.
 */
isNeeded: boolean, 
/**
 * It has to be typed before it is changed or removed.
 */
asksCurrent: boolean, 
/**
 * It is being changed.
 */
changing: boolean, 
/**
 * It was just changed, or removed.
 */
changed: boolean, };

export type PeopleName = "one" | "several" | "unknown";

export type Period = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

export type Point = { 
/**
 * An id of the rules.
 */
id: string, 
/**
 * What holds when it is ticked.
 */
text: string, };

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

export type Preflight = { 
/**
 * Whether the connection will go through.
 */
verdict: VerdictName, 
/**
 * What holds already.
 */
inFavour: Array<Favour>, 
/**
 * What the rules found, what matters most first.
 */
findings: Array<Finding>, 
/**
 * How many rules were tried.
 */
rules: number, 
/**
 * The oldest day on which rules were compared with their sources.
 */
asOf: string, };

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

export type ProfileFile = { 
/**
 * Where it comes from.
 */
source: ProfileSourceName, 
/**
 * Its file.
 */
file: string, };

export type ProfileSourceName = "managed" | "named" | "kept";

export type ReasonChoice = { 
/**
 * The rule that says it.
 */
rule: string, 
/**
 * In few words.
 */
text: string, };

export type ReasonRule = { 
/**
 * The rule's stable id.
 */
rule: string, 
/**
 * What to do. What is wrong is the reason that was stated: the rule may not hold by itself.
 */
remedy: string, 
/**
 * How sure it is.
 */
certainty: CertaintyName, 
/**
 * Addresses of what it was read from.
 */
sources: Array<string>, 
/**
 * The day on which it was compared with them.
 */
asOf: string, };

export type ReceiptRow = { 
/**
 * It is a record: nobody approved in Tilslut.
 */
isRecord: boolean, 
/**
 * The case.
 */
case: string, 
/**
 * The receipt number; none while it could not be saved.
 */
number: number | null, 
/**
 * The organisation.
 */
name: string, 
/**
 * The CVR number in pairs.
 */
cvr: string, 
/**
 * The day of the approval in Denmark, or the one on which the record was made.
 */
approved: string, 
/**
 * The last day on which it is kept.
 */
keepUntil: string, 
/**
 * That day has passed.
 */
mayGo: boolean, 
/**
 * What became of its copy; none when none was to be made.
 */
copied: Copied | null, };

export type ReceiptsIntent = { "is": "list", from: number, } | { "is": "save", case: string, } | { "is": "show", case: string, } | { "is": "saveEvidence", case: string, } | { "is": "print", cases: Array<string>, records: Array<number>, } | { "is": "saveRecord", case: string, } | { "is": "showRecord", case: string, } | { "is": "saveNumberedRecord", number: number, } | { "is": "showNumberedRecord", number: number, } | { "is": "export", from: string, to: string, } | { "is": "cancelExport" } | { "is": "chooseFolder" } | { "is": "forgetFolder" } | { "is": "copy" } | { "is": "setRetention", years: number, yearEnds: number, } | { "is": "showTimeline" } | { "is": "saveTimeline" };

export type RecordBelongingName = "belongs" | "another" | "silent";

export type RecordMail = { 
/**
 * The name of the file inside the record.
 */
file: string, 
/**
 * The name that the person had it under.
 */
name: string, 
/**
 * The file and what the record says of it fit each other.
 */
holds: boolean, 
/**
 * Whether it belongs to the organisation.
 */
belonging: RecordBelongingName | null, 
/**
 * What its signature is worth with the keys that the record carries:
 * `record-mail-<signature>` is its text.
 */
signature: string | null, 
/**
 * The domain that signed, where one did.
 */
domain: string | null, 
/**
 * The keys that the record carries.
 */
keys: Array<CarriedKey>, };

export type RecordState = { 
/**
 * The number of the newest; none while none was made.
 */
number: number | null, 
/**
 * When it was made.
 */
made: string | null, 
/**
 * It still says what is known of the case.
 */
isCurrent: boolean, 
/**
 * The numbers of those before it, newest first.
 */
earlier: Array<number>, 
/**
 * A mail is in the case, and so in the next record.
 */
hasMail: boolean, 
/**
 * The last day on which it is kept.
 */
keepUntil: string, };

export type RecordSummary = { 
/**
 * Practice or live.
 */
environment: EnvironmentName, 
/**
 * The number of the record.
 */
number: number, 
/**
 * The numbers of those that were made of the case before.
 */
earlier: Array<number>, 
/**
 * When it was made.
 */
made: string, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * The CVR number in pairs.
 */
cvr: string, 
/**
 * The representative's name.
 */
representative: string, 
/**
 * Every administrator, to compare with the page.
 */
administrators: Array<SummaryAdministrator>, 
/**
 * The approval in Tilslut that it names, where there was one.
 */
approved: ApprovedBefore | null, 
/**
 * The title of the terms.
 */
terms: string, 
/**
 * The day on which they were published.
 */
termsPublished: string, 
/**
 * How it went, as was stated last.
 */
outcome: OutcomeName, 
/**
 * The day that it is about.
 */
on: string | null, 
/**
 * When it was stated.
 */
stated: string, 
/**
 * In which role.
 */
by: RoleName, 
/**
 * The mails in it, checked again.
 */
mails: Array<RecordMail>, 
/**
 * This machine made it, so it saw the keys itself.
 */
isOwn: boolean, 
/**
 * The DNS can be asked for the keys.
 */
canAsk: boolean, };

export type Register = { 
/**
 * Which it is.
 */
source: SourceName, 
/**
 * What it has to be opened with, when it has to be.
 */
wants: RegisterKeyName | null, 
/**
 * The key store holds that.
 */
hasKey: boolean, 
/**
 * What is sent to it can be read on the way.
 */
inTheOpen: boolean, 
/**
 * It can be searched by name.
 */
searches: boolean, };

export type RegisterKeyName = "credential" | "key";

export type Remind = { 
/**
 * The name.
 */
name: string, 
/**
 * The mail.
 */
to: MailTo, };

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

export type ReporterLogin = { "is": "proven", name: LoginName, at: string, level: LevelName, isReporter: boolean, code: Array<string>, } | { "is": "unproven" };

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
hasMitid: AnswerName | null, 
/**
 * Is named in CVR? Asked only where no register tells.
 */
inCvr: AnswerName | null, };

export type RepresentativeMail = { 
/**
 * When it was opened last.
 */
opened: string | null, };

export type Represented = { 
/**
 * The CVR number, eight digits.
 */
cvr: string, 
/**
 * The same in pairs.
 */
shown: string, 
/**
 * Its name, where the broker tells it.
 */
name: string | null, };

export type RestoreView = { 
/**
 * The name of the file.
 */
file: string, 
/**
 * When it was made, as it says itself.
 */
made: string, 
/**
 * It is of these cases, and needs nothing typed.
 */
own: boolean, 
/**
 * A recovery code opens it.
 */
code: boolean, 
/**
 * Six words open it.
 */
words: boolean, 
/**
 * It is being opened.
 */
opening: boolean, 
/**
 * What is in it, once it is open.
 */
found: BackupFound | null, };

export type Retention = { 
/**
 * So many years.
 */
years: number, 
/**
 * From the last day of this month, 1 to 12.
 */
yearEnds: number, 
/**
 * What Tilslut suggests.
 */
suggestedYears: number, };

export type RoleName = "representative" | "reporter";

export type RollbackName = "older" | "parted" | "other" | "gone";

export type RowDeadline = { 
/**
 * What it is about.
 */
kind: DeadlineName, 
/**
 * The last day.
 */
day: string, 
/**
 * It was not met.
 */
past: boolean, };

export type RuleRow = { 
/**
 * The rule's stable id.
 */
id: string, 
/**
 * How much it matters.
 */
severity: SeverityName, 
/**
 * What is wrong when it holds, with its gaps left open.
 */
name: string, 
/**
 * It holds for the case that is open.
 */
found: boolean, 
/**
 * Addresses of what it was read from.
 */
sources: Array<string>, 
/**
 * How sure it is.
 */
certainty: CertaintyName, 
/**
 * The day on which it was compared with its sources.
 */
asOf: string, };

export type Said = { "is": "unnamed" } | { "is": "whole", register: SourceName | null, host: string, } | { "is": "lacks", missing: Array<string>, unusable: Array<string>, } | { "is": "unreadable", line: number, };

export type Salvaged = { 
/**
 * How many pages there should be; 0 where nothing is left.
 */
pages: number, 
/**
 * How many of them cannot be read.
 */
damaged: number, 
/**
 * How many cases are whole.
 */
cases: number, 
/**
 * The first of the cases that are known of and cannot be read.
 */
unreadable: Array<UnreadableRow>, 
/**
 * How many there are.
 */
unreadableCount: number, 
/**
 * How many receipts and records are whole.
 */
receipts: number, 
/**
 * The numbers of those that are not, as "3" and "7–9".
 */
missingReceipts: Array<string>, 
/**
 * How many of them there are.
 */
missingReceiptCount: number, 
/**
 * How many documents and mails are whole.
 */
documents: number, 
/**
 * The first of the whole cases that lack documents.
 */
missingDocuments: Array<MissingDocuments>, 
/**
 * How many documents they lack.
 */
missingDocumentCount: number, };

export type SameOrganisation = { 
/**
 * The case.
 */
case: string, 
/**
 * Where it is.
 */
state: CaseState, 
/**
 * When it last changed.
 */
changed: string, };

export type Saved = { "is": "not" } | { "is": "at", at: string, } | { "is": "failed", code: string, };

export type ScreenChoice = { 
/**
 * The screen.
 */
id: string, 
/**
 * Its number.
 */
number: number, 
/**
 * What it is about, in a word or two.
 */
name: string, };

export type Search = { 
/**
 * What was looked for.
 */
words: string, 
/**
 * The register has been asked and has not answered.
 */
asking: boolean, 
/**
 * What was found so far.
 */
hits: Array<SearchHit>, 
/**
 * There is more.
 */
more: boolean, 
/**
 * Why the register did not answer.
 */
problem: string | null, };

export type SearchHit = { 
/**
 * The CVR number, eight digits.
 */
cvr: string, 
/**
 * The same in pairs.
 */
shown: string, 
/**
 * Name.
 */
name: string, 
/**
 * The address in one line.
 */
address: string, 
/**
 * CVR's own word for the form.
 */
form: string, 
/**
 * What the status means for the connection.
 */
status: StatusName, 
/**
 * The status in words; the register's own in quotation marks where Tilslut does not know it.
 */
statusText: string, };

export type ServiceName = "register" | "broker" | "delivery" | "update";

export type ServiceRow = { 
/**
 * Which.
 */
service: ServiceName, 
/**
 * The profile that decides about it; none when no profile names it.
 */
by: ProfileFile | null, 
/**
 * What that says.
 */
said: Said, 
/**
 * The profiles that name it too and are not used.
 */
overruled: Array<ProfileFile>, };

export type ServicesInUse = { 
/**
 * The register.
 */
register: Register, 
/**
 * The MitID service.
 */
broker: Broker, 
/**
 * The representative can approve with it in Tilslut.
 */
approves: boolean, 
/**
 * An approved case can be sent to a receiver.
 */
delivers: boolean, 
/**
 * Whether there is a newer Tilslut, as far as the person has asked.
 */
update: Update, 
/**
 * Who decides about each.
 */
rows: Array<ServiceRow>, 
/**
 * The profiles that cannot be read.
 */
unread: Array<UnreadProfile>, 
/**
 * Who asks cvrapi, where the person has allowed that.
 */
contact: Contact | null, };

export type ServicesIntent = { "is": "choose" } | { "is": "goOnWithout" } | { "is": "ask" } | { "is": "take" } | { "is": "leave" } | { "is": "putAway", service: ServiceName, } | { "is": "allowCvrapi", who: string, email: string, } | { "is": "withdrawCvrapi" };

export type ServicesUsed = { 
/**
 * The register.
 */
register: SourceName, 
/**
 * The representative approves with MitID in Tilslut.
 */
approves: boolean, 
/**
 * An approved case is sent to a receiver.
 */
delivers: boolean, 
/**
 * Who prepares the case.
 */
role: RoleName | null, 
/**
 * The representative's name, when known.
 */
representative: string | null, };

export type SetUpCount = { 
/**
 * So many are.
 */
done: number, 
/**
 * Of so many.
 */
of: number, };

export type SetUpRow = { 
/**
 * The place among the administrators of the case, from 0.
 */
index: number, 
/**
 * The name.
 */
name: string, 
/**
 * When it was ticked that it is done; none while it is not.
 */
done: string | null, 
/**
 * When a draft to that person was opened last.
 */
opened: string | null, };

export type SettingsIntent = { "is": "setLanguage", language: LanguageName, } | { "is": "setTheme", theme: ThemeName, } | { "is": "setNotify", notify: NotifyName, } | { "is": "setLockAfter", after: LockAfterName, } | { "is": "keepRegisterKey", user: string, secret: string, inTheOpen: boolean, } | { "is": "forgetRegisterKey" } | { "is": "keepBrokerKey", id: string, secret: string, } | { "is": "chooseBrokerKey", id: string, } | { "is": "forgetBrokerKey" } | { "is": "useEnvironment", environment: EnvironmentName, } | { "is": "forgetReporter" } | { "is": "lookForUpdate" } | { "is": "installUpdate" };

export type SeverityName = "stops" | "documents" | "warning" | "advice";

export type ShownMail = { 
/**
 * SHA-256 of the file: names it among those that are kept.
 */
sha256: string, 
/**
 * The name of the file.
 */
file: string, 
/**
 * Its size, in bytes.
 */
size: number, 
/**
 * What kind of file it is.
 */
format: MailFormatName, 
/**
 * When it was taken into the case; none while it is only looked at.
 */
taken: string | null, 
/**
 * Who it says that it is from.
 */
from: Array<string>, 
/**
 * The subject.
 */
subject: string, 
/**
 * When it says that it was sent.
 */
sent: string | null, 
/**
 * The text, in pieces.
 */
text: Array<TextPiece>, 
/**
 * There is more text than is shown.
 */
cut: boolean, 
/**
 * Where the text was taken from.
 */
textFrom: TextFromName, 
/**
 * The names of the files that hang on it; empty where one has none.
 */
attachments: Array<string>, 
/**
 * What a person must be told of it.
 */
oddities: Array<OddityName>, 
/**
 * What the mails inside it are called that can be looked at; empty where one says nothing.
 */
inside: Array<string>, 
/**
 * Whose it is.
 */
belonging: BelongingName, 
/**
 * The organisation's CVR number stands in it.
 */
numberFound: boolean, 
/**
 * The organisation's name stands in it.
 */
nameFound: boolean, 
/**
 * Other organisations' CVR numbers, in pairs.
 */
others: Array<string>, 
/**
 * The organisation that it speaks of instead has a case here: its name.
 */
elsewhere: string | null, 
/**
 * What is said of the signature.
 */
signature: ShownSignature, };

export type ShownSignature = { 
/**
 * What it is worth.
 */
worth: SignatureName, 
/**
 * The domain that signed, or that it says signed.
 */
domain: string | null, 
/**
 * Which of its keys.
 */
selector: string | null, 
/**
 * What is known of the domain that signed.
 */
listing: ListingName | null, 
/**
 * When the key was seen.
 */
seen: string | null, 
/**
 * The name server said that it had checked the key by DNSSEC.
 */
authenticated: boolean, 
/**
 * How the domain stands to that of the sender.
 */
alignment: AlignmentName | null, 
/**
 * What was signed is genuine, and only the text was changed.
 */
onlyTextChanged: boolean, 
/**
 * Why it cannot be judged.
 */
reason: SignatureReasonName | null, 
/**
 * Fields that it does not cover.
 */
unsigned: Array<MailFieldName>, 
/**
 * The key is weak, or only tried.
 */
weak: boolean, 
/**
 * The mail was passed on.
 */
forwarded: boolean, 
/**
 * There is a key to ask for.
 */
canBeChecked: boolean, 
/**
 * It is being asked for.
 */
asking: boolean, };

export type SignatureName = "signed" | "changed" | "missing" | "keyGone" | "expired" | "notChecked" | "cannotBeJudged";

export type SignatureReasonName = "outlookMessage" | "mixedLineEnds" | "malformed" | "algorithm" | "senderNotSigned" | "severalSenders" | "partOfTheBody" | "keyUnreadable" | "keyNotForMail" | "keyOfAnotherKind" | "keyTooShort";

export type Site = "connection";

export type SortName = "changed" | "name" | "deadline";

export type SourceName = "virk" | "datafordeler" | "cvrapi" | "practice" | "typed";

export type StatedEvent = { 
/**
 * What.
 */
kind: AgreementEventName, 
/**
 * Who, where it is about somebody.
 */
who: string | null, 
/**
 * The day, where it has one.
 */
on: string | null, 
/**
 * When it was stated.
 */
at: string, };

export type StatedOutcome = { 
/**
 * Which.
 */
kind: OutcomeName, 
/**
 * The day that it is about, where one was stated.
 */
on: string | null, 
/**
 * The screen that it stopped on.
 */
screen: ScreenChoice | null, 
/**
 * The published reason, in few words.
 */
reason: string | null, 
/**
 * The words of the person or of the mail; empty where there are none.
 */
words: string, 
/**
 * When it was stated.
 */
at: string, 
/**
 * In which role.
 */
by: RoleName, };

export type StatusChoice = { 
/**
 * CVR's word for it.
 */
word: string, 
/**
 * What it is called.
 */
name: string, };

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
 * When: the official text of the terms was opened, the login or the approval happened.
 */
at: string | null, };

export type StepName = "logIn" | "terms" | "administrators" | "approve";

export type StepState = "later" | "forRepresentative" | "open" | "active" | "ready" | "wrong" | "done" | "stated" | "there" | "sending" | "notSent" | "unknown" | "refused";

export type Stop = { 
/**
 * The screen.
 */
id: string, 
/**
 * Its number.
 */
number: number, 
/**
 * What it is about, in a word or two.
 */
name: string, 
/**
 * It was looked at.
 */
seen: boolean, 
/**
 * It is looked at.
 */
now: boolean, 
/**
 * Whether it comes.
 */
coming: ComingName, };

export type SummaryAdministrator = { 
/**
 * The name.
 */
name: string, 
/**
 * The e-mail address.
 */
email: string, 
/**
 * The date of birth.
 */
born: string, };

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
 * When Tilslut's own summary of them was shown.
 */
summaryShown: string | null, 
/**
 * When the official text was opened in the browser.
 */
opened: string | null, 
/**
 * Approving includes them.
 */
accepted: boolean, };

export type TextFromName = "plain" | "html" | "nothing";

export type TextPiece = { 
/**
 * The piece.
 */
text: string, 
/**
 * It is the organisation's own name or number, or (false) the number of another.
 */
own: boolean | null, };

export type ThemeName = "system" | "light" | "dark";

export type TimelineApproval = { 
/**
 * The case.
 */
case: string, 
/**
 * When.
 */
at: string, 
/**
 * Who approved.
 */
approver: LoginName, 
/**
 * The control code.
 */
code: Array<string>, 
/**
 * What became of its delivery.
 */
outcome: TimelineOutcome, 
/**
 * What was stated of it on the official site, which says more than the delivery.
 */
stated: StatedOutcome | null, 
/**
 * Where the case is, where something was stated.
 */
state: CaseState | null, 
/**
 * It appoints somebody, or will, as far as is known.
 */
counts: boolean, 
/**
 * The official mails of the case.
 */
mails: Array<KeptMail>, 
/**
 * The receiver's case number.
 */
number: string | null, 
/**
 * Whom it appointed.
 */
administrators: Array<TimelinePerson>, };

export type TimelineOutcome = "accepted" | "refused" | "unconfirmed";

export type TimelinePerson = { 
/**
 * Full name.
 */
name: string, 
/**
 * The representative, too.
 */
isRepresentative: boolean, 
/**
 * When the same person was appointed the last time before.
 */
before: string | null, };

export type UnreadProfile = { 
/**
 * Which.
 */
profile: ProfileFile, 
/**
 * Why not. A code of the catalogue.
 */
code: string, 
/**
 * The line at which it cannot be read.
 */
line: number | null, };

export type UnreadableRow = { 
/**
 * The case.
 */
id: string, 
/**
 * Why: a code of the catalogue.
 */
code: string, 
/**
 * The organisation's name, when it was known.
 */
name: string | null, 
/**
 * The CVR number in pairs, when it was sound.
 */
cvr: string | null, 
/**
 * The representative's name, when it was known.
 */
representative: string | null, 
/**
 * When the case last changed.
 */
changed: string, };

export type Update = { "is": "notConfigured" } | { "is": "notAsked" } | { "is": "asking" } | { "is": "newest" } | { "is": "newer", version: string, } | { "is": "installing" } | { "is": "failed" };

export type ValueName = "cvr" | "representativeName" | "representativeEmail" | "representativeMitid" | "document" | "terms" | "administratorName" | "administratorEmail" | "administratorBorn" | "administrator";

export type VaultIntent = { "is": "choosePassphrase", passphrase: string, } | { "is": "unlockWithPassphrase", passphrase: string, } | { "is": "unlockWithRecoveryCode", code: string, } | { "is": "unlockWithBackup", code: string, } | { "is": "tryKeyStore" } | { "is": "goOn", restore: boolean, } | { "is": "salvage" } | { "is": "lock" } | { "is": "stay" } | { "is": "settleFolder" } | { "is": "makeRecoveryCode" } | { "is": "confirmRecoveryCode", code: string, } | { "is": "setPassphrase", current: string | null, passphrase: string, } | { "is": "removePassphrase", current: string | null, };

export type VerdictName = "open" | "automatic" | "documents" | "impossible" | "notNeeded";

export type Verification = { 
/**
 * The name of the file.
 */
file: string, 
/**
 * What kind of file it is.
 */
kind: FileKindName | null, 
/**
 * What the evidence in it proves.
 */
conclusion: ConclusionName, 
/**
 * Whether the pages are as they were made: the other answer, never merged with the first.
 */
pages: PagesName | null, 
/**
 * Why nothing in it can be verified: `refused-<code>` and `refused-<code>-text` are its texts.
 */
refused: string | null, 
/**
 * What the file says was approved. To be relied on only when the conclusion says so.
 */
summary: BundleSummary | null, 
/**
 * What a record says was stated, and what became of its mails.
 */
record: RecordSummary | null, 
/**
 * Every check.
 */
checks: Array<CheckResult>, 
/**
 * Its number is of this computer's chain, and its case was deleted here.
 */
away: AwayName | null, 
/**
 * The day on which it was deleted for good.
 */
deleted: string | null, 
/**
 * When it was checked.
 */
at: string, };

export type VerificationIntent = { "is": "choose" } | { "is": "askKeys" } | { "is": "compareCode", code: string, };

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
 * Which day it is: noon of it by the Danish clock, with its distance from UTC (RFC 3339).
 */
today: string, 
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
 * The code with which the MitID service ended a login: behind `login-not-made`.
 */
problemCode: string | null, 
/**
 * What is wrong at fields of the page, in the order of the page.
 */
fieldProblems: Array<FieldProblem>, 
/**
 * What the rules say of the draft that the page belongs to.
 */
preflight: Preflight | null, 
/**
 * A file was written: its path, to be told once.
 */
written: string | null, 
/**
 * A case was just deleted or put back.
 */
moved: MovedCase | null, 
/**
 * The window is about to close: send what was typed, and then [`Intent::Close`].
 */
closing: boolean, 
/**
 * The cases are about to be locked: the page sends what was typed, and locks them.
 */
locking: boolean, };

export type WhyLeftOutName = "unreadable" | "personalNumber";
