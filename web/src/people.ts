/** Who of a fact's people is the one that a page is about. */
import type { Party } from "./types";

/** A key names one person; anything else is a name, which several may have. */
export const isKey = (person: string): boolean => /^w-[0-9a-z]+$/.test(person);

/** A name in lower case without accents, one space between words: as the record compares names. */
export function plainName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** By key where that is known of both; else whether all words of the name asked for stand in the party's. */
export function isPerson(party: Party | null, asked: { key: string; name: string }): boolean {
  if (!party) return false;
  if (party.person && isKey(asked.key)) return party.person === asked.key;
  const words = plainName(party.name).split(/[\s.,]+/);
  return plainName(asked.name).split(/[\s.,]+/).filter(Boolean).every((word) => words.includes(word));
}
