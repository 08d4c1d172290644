/** The ledger of encounters, and the ways into the lists. */
import { plural } from "./counting";

export const ledger = {
  title: "Ledger",
  lead: "Who met, called, visited or wrote to whom.",
  filters: "Filter the ledger",
  person: "Person",
  country: "Country",
  with: "With",
  withHint: "(person or country)",
  type: "Kind",
  anyType: "Any kind",
  told: "Also encounters only referred to",
  clear: "Clear",
  columns: { day: "Day", encounter: "Encounter", who: "Who", place: "Place", accounts: "Told by" },
  none: "No such encounter in this record.",
  noneHint: "That the record holds none does not mean that there was none. Take a filter away, or include encounters only referred to.",
  undated: "Day not stated",
  open: (what: string, who: string) => `${what}: ${who}`,
  referred: "referred to",
  matches: "Suggestions",
  others: (count: number) => plural(count, "other", "others"),
  accountsOf: (count: number, publishers: string[]) => `${plural(count, "account", "accounts")}: ${publishers.join(", ")}`,
  moreAccounts: (count: number) => plural(count, "more account", "more accounts"),
};

/** Ways from a part of a page to all there is of its kind. */
export const inList = {
  encounters: "In the ledger",
  statements: "Among the statements",
  commitments: "In the list of commitments",
  figures: "In the list of figures",
};
