/** A briefing sheet, and the wording of a document held against earlier ones. */
import { number } from "./counting";

export const brief = {
  of: "Person or country",
  for: "For (country)",
  on: "As of",
  make: "Make the sheet",
  begin: "A briefing sheet of two pages",
  hint: "Give a person or a country, for whom it is, and the day: nothing published later is in it. Every line has its source.",
  missing: "No sheet can be made for that name",
  lead: (day: string) => `As the record stood on ${day}. Each line is what a release says, not what is true.`,
  others: (names: string) => `The name also fits ${names}.`,
  print: "Print on two pages",
  inferred: "day worked out",
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
  share: (count: number, of: number, whose: string) => `in ${number(count)} of ${number(of)} earlier ${whose}`,
  absent: (count: number, of: number) => `in ${number(count)} of ${number(of)} earlier ones`,
  publisher: (kind: string, publisher: string) => (kind ? `releases of this kind (${kind.toLowerCase()}) of ${publisher}` : `releases of ${publisher}`),
  pair: (countries: string) => `releases on ${countries}`,
  last: (day: string) => `last ${day}`,
  failed: "The wording could not be compared.",
};
