/** A fact as the panel lists it and the text marks it, with spans in UTF-16 units. */
import type { Part } from "../types";

export type Group = "encounter" | "event" | "statement" | "point" | "person" | "body" | "figure" | "commitment" | "courtesy" | "time";
export const groups: Group[] = ["encounter", "statement", "point", "event", "person", "body", "figure", "commitment", "courtesy", "time"];

export interface UnitSpan {
  begin: number;
  end: number;
  part: Part;
}

export interface Detail {
  label: string;
  /** One line each. */
  /** `person`: the name by which the record knows who is meant. */
  items: { text: string; note?: string; inferred?: string | null; person?: string }[];
}

export interface Said {
  /** Names, as the filter takes them. */
  speakers: string[];
  topics: string[];
  /** Statements that hold this one. */
  depth: number;
  quoted: boolean;
  negated: boolean;
  cue: UnitSpan | null;
  speakerSpan: UnitSpan | null;
}

export interface Fact {
  index: number;
  id: string;
  group: Group;
  /** What it is, in our words or as a name. */
  title: string;
  /** The document's own words, shortened. */
  quote?: string;
  note?: string;
  details: Detail[];
  /** Words to light, the first to go to. Empty where the fact has none of its own. */
  spans: UnitSpan[];
  /** A speaker's turn: set apart as a whole instead of being marked word by word. */
  turn?: boolean;
  /** Of a statement: who says it and how, for filters and for the marks in the text. */
  said?: Said;
  /** A person's name, to ask the record for. */
  person?: string;
  /** What documents can be asked to be about: a country's code, or a name. */
  about?: string;
}
