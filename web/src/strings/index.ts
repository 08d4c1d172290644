/** Every word that the reading room itself says, a file a page. What a document says never passes through here. */
import { brief, wording } from "./brief";
import { commitments } from "./commitments";
import { corrections } from "./corrections";
import { number, plural } from "./counting";
import { matrix, pair } from "./countries";
import { account, document } from "./document";
import { encounter } from "./encounter";
import { facts } from "./facts";
import { figures, series } from "./figures";
import { error, help, nav } from "./frame";
import { home } from "./home";
import { inList, ledger } from "./ledger";
import { names } from "./names";
import { person } from "./person";
import { search } from "./search";
import { timeline } from "./timeline";

export const strings = {
  name: "Chancery",
  number,
  skip: "Skip to the content",
  shortcuts: "Keyboard shortcuts",
  scheme: { label: "Colour scheme", system: "System", light: "Light", dark: "Dark" },
  unknown: "unknown",
  untitled: "Without a title",
  unknownPublisher: "Unknown publisher",
  printed: "Printed from",
  loading: "Reading the record …",
  pager: { label: "Pages", previous: "Previous", next: "Next", page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}` },

  count: {
    documents: (count: number) => plural(count, "document", "documents"),
    statements: (count: number) => plural(count, "statement", "statements"),
    encounters: (count: number) => plural(count, "encounter", "encounters"),
    mentions: (count: number) => plural(count, "mention", "mentions"),
    figures: (count: number) => plural(count, "figure", "figures"),
    commitments: (count: number) => plural(count, "commitment", "commitments"),
    failures: (count: number) => plural(count, "source could not be read", "sources could not be read"),
  },

  nav,
  error,
  help,
  home,
  search,
  account,
  document,
  facts,
  ledger,
  inList,
  person,
  pair,
  matrix,
  timeline,
  commitments,
  figures,
  series,
  brief,
  wording,
  names,
  encounter,
  corrections,
};

/** The written name of a code; one that a later version of the contract adds is shown as it is. */
export function nameOf(table: Record<string, string>, code: string | null | undefined): string {
  if (!code) return "";
  return table[code] ?? code.replace(/_/g, " ");
}
