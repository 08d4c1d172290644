/** Which words of a release are usual, new or absent, as /api/v1/documents/{id}/formulae gives it. */
interface SeenIn {
  id: string;
  day: string;
}

export interface WordingMark {
  begin: number;
  end: number;
  novelty: "usual" | "new";
  basis?: "publisher" | "pair";
  count?: number;
  of?: number;
  kind?: string | null;
  first?: SeenIn;
  last?: SeenIn;
}

export interface DroppedWords {
  words: string;
  count: number;
  of: number;
  first: SeenIn;
  last: SeenIn & { begin: number; end: number };
}

export interface Wording {
  publisher: string | null;
  kind: string | null;
  pair: [string, string] | null;
  references: { basis: "publisher" | "pair"; of: number; kind: string | null; since: string | null }[];
  marks: WordingMark[];
  dropped: DroppedWords[];
  notes: string[];
}
