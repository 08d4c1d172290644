/** What the reading room says about citing, and about saved searches and their feeds. */
import { number } from "./counting";

export const citing = {
  cite: "Cite",
  citeFact: (title: string) => `Cite: ${title}`,
  title: (passage: boolean) => (passage ? "Cite this passage" : "Cite this document"),
  whose: "The author is who published it: the document is their account, also of what others said.",
  text: "Text",
  bibtex: "BibTeX",
  csl: "CSL-JSON",
  copy: (form: string) => `Copy ${form}`,
  close: "Close",
};

export const searches = {
  title: "Saved searches",
  lead: "Questions with a name. Each has a feed in which whatever comes into the record and answers it stands first.",
  none: "No search is saved in this record.",
  noneHint: "Search, or look into the ledger, and save what you asked; it is kept in the record, for everyone who reads it.",
  toSearch: "To the search",
  toLedger: "To the ledger",
  everything: "everything",
  what: { documents: "Documents", statements: "Statements", encounters: "Encounters" } as Record<string, string>,
  parameter: {
    q: "words", speaker: "speaker", topic: "topic", about: "about", country: "country", publisher: "publisher", kind: "kind", year: "year",
    from: "from", to: "to", person: "person", with: "with", type: "type", status: "status", told: "told",
  } as Record<string, string>,
  columns: { name: "Name", asked: "What is asked", saved: "Saved", ways: "Feed" },
  by: (who: string, day: string) => `${day}, ${who}`,
  feed: "Atom feed",
  feedOf: (name: string) => `Atom feed of ${name}`,
  copyFeed: "Copy its address",
  remove: "Remove",
  removeOf: (name: string) => `Remove ${name}`,
  surely: (name: string) => `Remove ${name}? Its feed ends.`,
  keep: "Keep",
  removed: (name: string) => `${name} is removed.`,
  token: "This server asks for a token. A feed reader must send it in the header Authorization: Bearer, as docs/searches.md shows.",
  save: "Save this search",
  name: "Name",
  submit: "Save",
  cancel: "Cancel",
  saved: (name: string) => `Saved as ${name}.`,
  all: "All saved searches",
  package: "The whole record as a data package",
  packageHint: "All tables as CSV with a datapackage.json, in one ZIP file.",
  count: number,
};
