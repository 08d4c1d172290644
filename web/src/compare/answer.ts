/** The answer to a comparison, as in api/openapi.yaml. Offsets are code points of each side's own text. */
import type { Part, Range, Span } from "../types";
import type { DroppedWords } from "../wording";

export type Side = "a" | "b";
export const sides: readonly Side[] = ["a", "b"];
export const otherSide = (side: Side): Side => (side === "a" ? "b" : "a");

export type Relation = "same" | "differs" | "contradicts";
/** Of what only one side may tell. */
export type Standing = Relation | "only_a" | "only_b" | "neither";

export interface ComparedText {
  /** Its id; of the record, or as given with a text that was sent. */
  document: string | null;
  kind?: string | null;
  title: string | null;
  publisher: string | null;
  country: string | null;
  published: string | null;
  text: string;
  language: string | null;
  /** Where the document tells of the encounter; null where all of it is compared. */
  passage: Span[] | null;
  /** Usual in the publisher's earlier releases on the two countries, and not in this one. */
  dropped: DroppedWords[];
  length: { characters: number; words: number; sentences: number; points: number; statements: number };
}

/** A formula of the publisher or the pair, known by its frequency in the record. */
export interface Formula { count?: number; of?: number; publisher?: string; pair?: string; novelty?: string }

export interface Quoted extends Span { quote: string }

export interface ComparedPoint extends Span {
  id: string;
  kind: "point" | "statement" | "commitment";
  quote: string;
  act: string | null;
  holders: string[];
  topic: string | null;
  negated: boolean;
  prominence: number | null;
  formula?: Formula | null;
}

export interface Link {
  a: number;
  b: number;
  relation: Relation;
  confidence: number;
  why: string[];
  marks_a: Span[];
  marks_b: Span[];
  /** Each side's name for one thing. */
  names: { a: Quoted; b: Quoted; of: string | null }[];
  /** The words that cannot both hold, where the two contradict. */
  incompatible?: { a: Quoted; b: Quoted; what: string } | null;
}

export interface Nearest { side: Side; point: number; candidate: number; similarity: number }

export type Told = { value: string | number | string[] | null } & { begin?: number | null; end?: number | null; in?: Part };
export interface ComparedFact { what: string; a: Told | null; b: Told | null; relation: Standing }

/** A figure or commitment of one side: its words, and where they stand. */
export interface PairedFact extends Partial<Range> {
  quote?: string | null;
  value?: number;
  value_to?: number | null;
  unit?: string | null;
  comparison?: string;
  indicator?: string | null;
  by?: { name: string } | string | null;
}
export interface FactPair { a: PairedFact | null; b: PairedFact | null; relation: Standing; why?: string | null }

export interface CompareAnswer {
  a: ComparedText;
  b: ComparedText;
  points_a: ComparedPoint[];
  points_b: ComparedPoint[];
  links: Link[];
  nearest: Nearest[];
  facts: ComparedFact[];
  figures: FactPair[];
  commitments: FactPair[];
  notes: string[];
}
