/** Who of a fact's people is the one that a page is about. */
import type { Party } from "./types";

/** A name in lower case without accents, one space between words: as the record compares names. */
export function plainName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Whether all words of the name asked for stand in the party's. */
export function isNamed(party: Party | null, asked: string): boolean {
  if (!party) return false;
  const words = plainName(party.name).split(/[\s.,]+/);
  return plainName(asked).split(/[\s.,]+/).filter(Boolean).every((word) => words.includes(word));
}
