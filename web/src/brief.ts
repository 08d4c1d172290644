/** A briefing sheet as /api/v1/brief gives it. */
import type { Range } from "./types";

export interface BriefLine {
  level: number;
  label: string | null;
  text: string;
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
