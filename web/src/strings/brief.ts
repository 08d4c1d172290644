/** A briefing sheet, and the wording of a document held against earlier ones. */
import { number } from "./counting";

export const brief = {
  of: "Person or country",
  form: "Whom the sheet is about, and for whom",
  for: "For",
  forHint: "(country, or nobody)",
  on: "As of",
  hint: "A briefing sheet of two pages: a person or a country, for whom it is, and the day. Nothing published later is in it; every line has its source.",
  missing: (name: string) => `The record knows neither a person nor a country called “${name}”.`,
  missingHint: "Try the surname alone, or the name or the three letters of a country.",
  lead: (day: string) => `As the record stood on ${day}. Each line is what a release says, not what is true.`,
  others: (names: string) => `The name also fits ${names}.`,
  print: "Print on two pages",
  inferred: "day worked out",
  usual: (between: boolean, count: number, of: number, words = "") => `${words ? `“${words}” ` : ""}usual${between ? " between the two" : ""}: ${number(count)} of ${number(of)}`,
  fresh: "new between the two",
  marks: "Usual, n of m: n of m earlier releases of that publisher, or of those on the two countries, have most of these words. New between the two: hardly any of those on the two has them.",
  as: (n: number) => `As ${n}`,
  noteNumber: (n: number) => `Source ${n}`,
  nobody: "publisher unknown",
  more: (n: number) => `${number(n)} more in this record`,
  sources: "Sources",
};

export const wording = {
  title: "Wording: what is usual here, and what is new",
  explained: "Usual: most of these words, with other names and numbers, come again in earlier releases. New: hardly any of a sentence’s wording is in one. Only earlier releases in this record count.",
  usual: (n: number) => `Usual (${number(n)})`,
  fresh: (n: number) => `New (${number(n)})`,
  dropped: "Usual between these two, absent here",
  whose: (whose: string) => `In earlier ${whose}:`,
  share: (count: number, of: number) => `in ${number(count)} of ${number(of)}`,
  publisher: (kind: string, publisher: string) => (kind ? `releases of this kind (${kind.toLowerCase()}) of ${publisher}` : `releases of ${publisher}`),
  pair: (countries: string) => `releases on ${countries}`,
  last: (day: string) => `last on ${day}`,
  failed: "The wording could not be compared.",
};
