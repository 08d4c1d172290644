/** Searching documents and statements. */
import { number, plural } from "./counting";

export const search = {
  title: "Search",
  label: "Words to look for",
  placeholder: "Words or \"a phrase\"",
  submit: "Search",
  scope: "Look in",
  scopes: { documents: "Documents", statements: "Statements" },
  filters: "Filters",
  filtersWith: (count: number) => `Filters (${count})`,
  facets: { publisher: "Publisher", country: "Country", speaker: "Speaker", kind: "Kind", year: "Year", topic: "Topic" },
  more: (count: number) => `${number(count)} more`,
  fewer: "Fewer",
  dates: "Published",
  from: "From",
  to: "To",
  about: "About",
  remove: (what: string) => `Remove filter: ${what}`,
  clear: "Clear all filters",
  none: "Nothing in this record.",
  noneHint: "That the record holds nothing does not mean that nothing was published. Try fewer words, or take filters away.",
  total: { documents: (count: number) => plural(count, "document", "documents"), statements: (count: number) => plural(count, "statement", "statements") },
  shown: (first: number, last: number, total: string) => `${number(first)}–${number(last)} of ${total}`,
  exportLabel: "Export exactly these",
  csv: "CSV",
  jsonl: "JSON Lines",
};
