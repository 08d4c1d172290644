/** A person. */
import { number } from "./counting";

export const person = {
  label: "Person",
  page: "Person",
  pageOf: (name: string) => `Person: ${name}`,
  writtenAs: "Written as, and taken for one",
  others: "Namesakes",
  linkedBy: (why: string) => `by ${why}`,
  offices: "Offices, as documents name them",
  office: "Office",
  named: "Named so in documents of",
  forms: (forms: string) => `also ${forms}`,
  in: (documents: string, span: string) => `Named in ${documents}${span}`,
  documentsUnit: (count: number) => (count === 1 ? "document" : "documents"),
  span: (first: string, last: string) => (first === last ? ` of ${first}` : `, published between ${first} and ${last}`),
  latest: (shown: number, all: number) => `the latest ${number(shown)} of ${number(all)}`,
  encounters: "Encounters",
  statements: "Statements",
  made: "Committed to",
  received: "Promised to them",
  figures: "Figures given",
  none: "None in this record.",
  missing: "The record knows nobody by this name.",
  missingHint: "Try the surname alone, or search for the name in the documents.",
};
