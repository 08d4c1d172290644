/** A briefing sheet as /api/v1/brief gives it. */
import type { Range } from "./types";

export interface BriefFormula {
  novelty: "usual" | "new";
  basis?: "publisher" | "pair";
  count?: number;
  of?: number;
  /** Where only a part of the quote is usual. */
  words?: string;
}

export interface BriefPart {
  text: string;
  quote: (Range & { document: string; formula: BriefFormula | null }) | null;
}

export interface BriefLine {
  level: number;
  label: string | null;
  text: string;
  parts: BriefPart[];
  basis: "record" | "inferred" | "leaders";
  encounter: string | null;
  notes: number[];
}

export interface BriefSection {
  id: string;
  title: string;
  note: string | null;
  lines: BriefLine[];
  more: number;
}

export interface BriefNote {
  number: number;
  document: string;
  publisher: string | null;
  title: string;
  day: string | null;
  url: string | null;
  passage: string;
  /** Number of the first note on the same document. */
  first: number;
  span: Range | null;
}

export interface BriefSheet {
  title: string;
  of: { kind: "person" | "country"; key: string; name: string };
  for: { code: string; name: string } | null;
  on: string;
  others: string[];
  sections: BriefSection[];
  notes: BriefNote[];
}
