/** Two countries, and the countries two by two. */

export const pair = {
  title: (a: string, b: string) => `${a} and ${b}`,
  lead: (count: string) => `${count} in this record`,
  years: "Encounters by year",
  year: "Year",
  count: "Encounters",
  undated: "day not stated",
  types: "Kinds",
  encounters: "Encounters",
  figures: "Figures about both",
  commitments: "Open commitments between them",
  commitmentsNote: (day: string) => `Open on ${day}: with no due day, or one not yet past. Whether a commitment was kept is not in the record. No rituals.`,
  matrix: "All countries",
  brief: (of: string, reader: string) => `Brief on ${of} for ${reader}`,
  missing: "There is no such pair of countries.",
};

export const matrix = {
  title: "Countries",
  lead: "How often the countries that met most met each other.",
  caption: "Encounters between two countries; each number opens their page.",
  all: "With any other",
  cell: (a: string, b: string, count: string) => `${a} and ${b}: ${count}`,
  more: "More countries",
  fewer: "Fewer countries",
  most: "Met most often",
  choose: "Any two countries",
  one: "Country",
  other: "The other country",
  open: "Open",
  none: "No two countries meet in this record.",
  filters: "Filter the countries’ encounters",
  picture: "Encounters of each two countries",
  described: (most: string) => `A square for each two countries, its area by the number of their encounters. Most: ${most}. The table below holds the numbers.`,
  csvHead: ["country", "other country", "encounters", "first day", "last day"],
};
