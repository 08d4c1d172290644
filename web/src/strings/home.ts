/** The first page. */

export const home = {
  lead: "Who met whom, where and when, and who said what, as governments tell it; each fact in the words that state it.",
  span: (first: string, last: string) => `published between ${first} and ${last}`,
  latest: "Latest encounters",
  all: "The whole ledger",
  publishers: "Publishers",
  updated: (day: string) => `Last added to on ${day}.`,
  empty: "Nothing is in this record yet.",
  emptyHint: "Put releases in with",
  emptyCommand: "chancery add FOLDER",
  noEncounters: "No encounter has been read out of these documents.",
};
