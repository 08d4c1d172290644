/** The values of api/openapi.yaml. Offsets are Unicode code points, begin inclusive, end exclusive. */

export type Part = "title" | "text";
export interface Range { begin: number; end: number }
export interface Span extends Range { in?: Part }
/** The contract writes an absent span as null or as an empty object. */
export type MaybeSpan = Partial<Span> | null | undefined;

export interface Problem {
  type: string; title: string; status: number; detail?: string; parameter?: string;
  /** Whom a name that nobody has may have meant. */
  suggestions?: Known[];
  /** Of a conflict: what another one has kept since. */
  theirs?: Correction | null;
}

export interface CountryName { code: string; name: string }

export interface Count { value: string | null; count: number }
export interface Failure { item: string; reason: string; first: string; last: string; attempts: number }
export interface RecordStatus {
  program: string;
  made_by: string;
  status: {
    documents: number; versions: number; encounters: number; accounts: number; statements: number; figures: number;
    commitments: number; courtesies: number; failures: number;
    first_day: string | null; last_day: string | null; last_added: string | null;
    kinds: Count[]; publishers: Count[]; countries: Count[]; years: Count[];
  };
  failures: Failure[];
  latest: Encounter[];
}

export interface DocumentLine {
  id: string; title: string | null; published: string | null; day: string | null; publisher: string | null;
  country: string | null; language: string | null; kind: string; url: string | null; source: string | null;
  added: string; versions: number;
}
export interface Party {
  entity: string | null;
  /** The key of the person across documents, which every filter for a person takes. */
  person?: string | null;
  name: string; type: string | null; country: string | null; office: string | null;
  role?: string | null; side?: string | null;
}
export interface StatementLine {
  id: string; mode: string; speakers: Party[]; reported_by: Party | null; addressee: Party | null;
  content: string; span: Span; negated: boolean; cue: string | null; topics: string[];
}
/** A stretch of a document; `marks` are code points of its own `text`. */
export interface Snippet { span: Span; text: string; marks: Range[]; cut_before: boolean; cut_after: boolean }
export interface StatementHit extends StatementLine { marks: Range[]; document: DocumentLine }
export interface DocumentHit extends DocumentLine { title_marks: Range[]; snippets: Snippet[]; statements: Omit<StatementHit, "document">[] }
export type FacetName = "publisher" | "country" | "speaker" | "topic" | "kind" | "year";
export interface FacetValue { value: string; count: number; selected: boolean }
export interface Facet { name: FacetName; values: FacetValue[] }
export type Scope = "documents" | "statements";
export interface SearchAnswer {
  scope: Scope; total: number; page: number; limit: number; documents: DocumentHit[]; statements: StatementHit[];
  facets: Facet[]; note: string | null;
}

export interface Office { title: string; country: string | null; status: string | null }
export interface EventTime {
  value: string | null; from: string | null; to: string | null; basis: "stated" | "relative" | "published" | null;
  begin?: number | null; end?: number | null; in?: Part;
}
export interface EventPlace {
  name: string | null; country: string | null; basis: "stated" | "assumed" | null;
  begin?: number | null; end?: number | null; in?: Part;
}
/** One encounter as one account tells it; `accounts` counts them all. `part_of` and `reschedules` are ids of encounters. */
export interface Encounter {
  id: string; event: string; type: string; subtype: string | null; status: string; channel: string | null; format: string | null;
  level: string | null; duration: string | null; initiator: Party | null; part_of: string | null; reschedules: string | null;
  plover: string | null; mode: string | null; context: string | null;
  main: boolean; time: EventTime; place: EventPlace; participants: Party[]; document: DocumentLine;
  evidence: Span[]; quote: string | null; accounts: number; publishers: string[];
}
/** Under its document a fact does not name it. */
export type Told<T> = Omit<T, "document">;
/** What one document tells of an encounter. */
export interface Account extends Encounter {
  facts_of: "document" | "section" | "evidence";
  points: Told<PointLine>[]; statements: StatementLine[]; figures: Told<FigureLine>[]; commitments: Told<CommitmentLine>[];
  courtesies: Told<CourtesyLine>[]; also_told: Told<Encounter>[];
}
/** The leading account, and all of them. */
export interface EncounterView extends Encounter {
  all_accounts: Account[]; confidence: number | null; joined_by: JoiningLink[]; strip: StripStep[]; differs: Disagreement[]; candidates: EncounterCandidate[];
}
/** Accounts are written DOCUMENT#ACCOUNT. */
export interface JoiningLink { account: string; with: string; confidence: number; why: string[] }
export interface StripStep {
  account: string; document: string; publisher: string | null; title: string | null; day: string | null;
  kind: "announcement" | "readout" | "reference"; when: "before" | "on" | "after" | "unknown"; days: number | null;
}
export interface Disagreement { what: string; values: { value: string; accounts: string[]; publishers: string[] }[] }
export interface EncounterCandidate { encounter: Encounter; confidence: number; why: string[]; against: string }
export interface LedgerAnswer { total: number; page: number; limit: number; encounters: Encounter[] }

export interface FactTime { value: string | null; from: string | null; to: string | null; basis: EventTime["basis"] }
export interface PointLine {
  id: string; act: string; holders: Party[]; topic: { words: string | null; label: string | null }; condition: string | null;
  prominence: number | null; negated: boolean; quote: string; span: Span; document: DocumentLine;
}
export interface FigureLine {
  id: string; value: number; value_to: number | null; unit: string | null; comparison: string; direction: string | null;
  indicator: string | null; time: FactTime; about: string[]; speaker: Party | null; hedge: string | null;
  quote: string; prefix: string; suffix: string; span: Span; document: DocumentLine;
}
export interface CommitmentLine {
  id: string; by: Party | null; parties: Party[]; to: Party | null; due: FactTime; open: boolean; strength: string; class: string;
  state: "open" | "due" | "overdue"; condition: string | null; quote: string; span: Span; document: DocumentLine;
}
export interface CourtesyLine {
  id: string; kind: string; from: Party | null; to: Party | null; via: Party | null; quote: string | null; evidence: Span[];
  document: DocumentLine;
}
export interface FiguresAnswer { total: number; page: number; limit: number; figures: FigureLine[]; indicators: Count[]; units: Count[] }
export interface CommitmentsAnswer { total: number; page: number; limit: number; on: string; commitments: CommitmentLine[]; classes: Count[] }

/** A figure at the period it is about, else at the day it was published; `range`: what its words leave open, null is no end. */
export interface SeriesPoint {
  figure: FigureLine; range: { from: number | null; to: number | null; basis: "exact" | "stated" | "open" | "rounding" };
  from: string | null; to: string | null; basis: "stated" | "relative" | "published" | null; voice: number;
}
export interface Voice { name: string; person: string | null; publisher: boolean; figures: number }
export interface GivenDifferently { a: number; b: number; reasons: string[] }
export interface SeriesAnswer {
  total: number; limit: number; points: SeriesPoint[]; voices: Voice[]; differently: GivenDifferently[]; indicators: Count[]; units: Count[];
}
export interface FollowUp { document: DocumentLine; passage: string; span: Span; marks: Span[]; shared: string[]; weight: number; days_after: number }
export interface FollowUpsAnswer { commitment: CommitmentLine; passages: FollowUp[]; note: string | null }

export interface PairView {
  a: string; b: string; on: string; total: number; page: number; limit: number; encounters: Encounter[]; years: Count[]; types: Count[];
  figures_total: number; figures: FigureLine[]; commitments_total: number; commitments: CommitmentLine[];
}
export interface MatrixCell { a: string; b: string; encounters: number; first_day: string | null; last_day: string | null }
export interface Matrix { countries: Count[]; cells: MatrixCell[] }

export interface Person {
  key: string; name: string; countries: string[]; documents: number; encounters: number; statements: number;
  first_day: string | null; last_day: string | null;
}
export interface OfficeLine extends Office { first_day: string | null; last_day: string | null; documents: number; forms: string[] }
export interface PersonView extends Person {
  /** As documents call the person, with a reason for its being this one; `others`: whom the name asked for fits as well. */
  names: { name: string; documents: number; why: string | null }[]; others: Person[];
  offices: OfficeLine[]; latest_encounters: Encounter[]; latest_statements: (StatementLine & { document: DocumentLine })[];
  latest_commitments: CommitmentLine[]; latest_figures: FigureLine[]; commitments: number; figures: number;
}

/** A country or a person of the record; just one of `country` and `person` is there. */
export interface Known { country: string | null; person: string | null; name: string; acts_for: string | null; documents: number | null }
export interface Who extends Known { asked: string; others: Known[] }
export type TimelineKind = "meeting" | "call" | "letter" | "announcement" | "statement";
export type TimelineCounts = Record<TimelineKind, number>;
export interface TimelineAccount { event: string; main: boolean; type: string; status: string; time: EventTime; document: DocumentLine }
export interface TimelineItem {
  kind: TimelineKind; from: string | null; to: string | null; basis: EventTime["basis"]; dated_by: "encounter" | "publication" | null;
  encounter: Encounter | null; accounts: TimelineAccount[];
  direction: "a_of_b" | "b_of_a" | "a" | null; statement: Omit<StatementLine, "content"> | null; statements: number; passage: Snippet | null;
  document: DocumentLine;
}
export interface TimelineGap {
  of: "meeting" | "call" | "any"; from: string; to: string; open_before: boolean; open_after: boolean; months: number; announced: string[];
  extent: "complete" | "sample" | "unknown"; complete_months: number;
  releases: Count[]; says: string;
}
export interface PublisherCover {
  publisher: string | null; country: string | null; documents: number; first_day: string | null; last_day: string | null; years: Count[];
  extent: "complete" | "sample" | "unknown"; stated: { number: number; from: string | null; to: string | null; extent: string; why: string | null }[];
}
export interface Coverage { publishers: PublisherCover[]; of_sides: boolean; others: number; stretches: { from: string; to: string }[] }
export interface Timeline {
  a: Who; b: Who | null; from: string | null; to: string | null; types: TimelineKind[]; order: "newest" | "oldest"; total: number;
  undated: number; offset: number; limit: number; counts: TimelineCounts; encounter_types: Count[];
  years: (TimelineCounts & { year: string | null })[]; months: (TimelineCounts & { month: string | null })[];
  last_met: TimelineItem | null; last_spoke: TimelineItem | null; first: TimelineItem | null; gaps: TimelineGap[]; coverage: Coverage;
  items: TimelineItem[];
}

export interface Mention extends Span { id: string; type: string; entity: string | null; form: string | null }
export interface Entity { id: string; type: string; name: string | null; names: string[]; country: string | null; offices: Office[] }
export interface Timex extends Span {
  id: string; type: string; value: string | null; mod?: string | null; from?: string | null; to?: string | null;
  zone?: string; calendar?: string;
}
export interface Statement extends Span {
  id: string; pieces: Span[]; mode: "turn" | "direct" | "indirect" | "mixed"; speaker: string | null; speakers: string[];
  speaker_span?: MaybeSpan; reported_by?: string | null; cue?: MaybeSpan; cue_lemma: string | null;
  addressee: string | null; negated: boolean; parent: string | null; topics: string[];
}
export interface Point extends Span {
  id: string; act: string; holders: string[]; negated?: boolean;
  topic?: (Partial<Span> & { label?: string | null }) | null; condition?: MaybeSpan;
}
export interface Participant { entity: string | null; role: string; side?: string | null; mention?: MaybeSpan }
export interface Event {
  id: string; type: string; subtype: string | null; main: boolean; status: string; time: EventTime | null; place: EventPlace | null;
  channel?: string | null; format?: string | null; level?: string | null; duration?: string | null; context?: string | null;
  participants: Participant[]; evidence: Span[];
}
export interface Figure extends Span {
  id: string; value: number; value_to?: number | null; unit: string | null; comparison: string; direction?: string | null;
  indicator?: string | null; time?: Partial<EventTime> | null; about?: string[]; speaker?: string | null; hedge?: MaybeSpan;
}
export interface Commitment extends Span {
  id: string; by: string | null; parties?: string[]; to?: string | null; due?: Partial<EventTime> | null;
  strength: string; class: string; condition?: MaybeSpan;
}
export interface Courtesy { id: string; kind: string; from: string | null; to: string | null; via: string | null; evidence: Span[] }

export interface Analysis {
  schema: string;
  document: {
    id: string; source: string | null; title: string | null; published: string | null; language: string | null;
    publisher: string | null; country: string | null; dateline: string | null; kind: string; terms: string[];
  };
  text: string;
  mentions: Mention[]; entities: Entity[]; times: Timex[]; statements: Statement[]; points: Point[]; events: Event[];
  figures: Figure[]; commitments: Commitment[]; courtesies: Courtesy[];
}
export interface Version {
  number: number; title: string | null; published: string | null; added: string; made_by: string | null; media_type: string | null;
  current: boolean;
}
/** One that a person has rejected; the document no longer states it, but it can be brought back. */
export interface RejectedFact extends Span { id: string; kind: string; quote: string | null }
export interface RecordedDocument extends DocumentLine {
  version: number; made_by: string; reading: number; all_versions: Version[]; encounters: Encounter[]; analysis: Analysis;
  corrections: Correction[];
  /** Absent of a server that keeps none apart. */
  rejected?: RejectedFact[];
}

export type Role = "reader" | "editor";
export interface Session { user: string | null; role: Role; local: boolean }
export type CorrectionAction = "confirm" | "change" | "reject" | "join_people" | "part_person" | "join_encounters" | "part_account";
export interface Correction {
  number: number; batch: number | string; action: CorrectionAction; kind: string;
  document: { id: string; title: string | null } | null; fact: string | null; field: string | null;
  value: string | null; before: string | null;
  person: string | null; other: string | null; encounter: string | null; other_encounter: string | null;
  /** What it is about, in words: of the fact, the people, the encounters. */
  label: string | null;
  who: string; why: string | null; made: string; undone: string | null; undone_by: string | null;
}
export interface CorrectionsAnswer { total: number; corrections: Correction[] }
/** What a client wants to be kept. `seen`: the latest correction of the fact that it knew, 0 for none; `reading`: the document's. */
export interface WantedCorrection {
  action: CorrectionAction; document?: string; fact?: string; field?: string; value?: string; why?: string; seen?: number; reading?: number;
  person?: string; other?: string; documents?: string[]; encounter?: string; other_encounter?: string;
}
export interface KeptCorrections { batch?: number | string; corrections: Correction[] }
export interface QueuedFact {
  kind: string; id: string; document: DocumentLine; reading: number; confidence: number | null; why: string | null; quote: string | null;
  begin: number; end: number; in?: Part; fact: Record<string, unknown>;
}
export interface QueueAnswer { total: number; kinds: Count[]; facts: QueuedFact[] }
/** `low`, `high`: between which the share lies at 95 %, as far as the judged are a fair draw. */
export interface Agreement { kind: string; judged: number; confirmed: number; changed: number; rejected: number; agreement: number | null; low: number; high: number }
export interface Imported { taken: number; known: number; refused: { line: number; why: string }[] }

export interface Citation {
  document: string; fact: string | null; in?: Part; begin?: number; end?: number; quote: string | null; link: string | null;
  text: string; csl: Record<string, unknown>; bibtex: string;
}
/** `query`: its parameters as an address has them. */
export interface SavedSearch { id: string; name: string; what: "documents" | "statements" | "encounters"; query: string; who: string; made: string }
