/** Figures, as a list and over time. */

export const figures = {
  title: "Figures",
  lead: "Figures that were given, by whom and of what, in the words that give them.",
  filters: "Filter the figures",
  indicator: "Of what",
  indicatorHint: "(trade, gas, …)",
  unit: "Unit",
  anyUnit: "Any unit",
  speaker: "Given by",
  country: "About country",
  with: "And country",
  columns: { value: "Figure", of: "Of", period: "Period", about: "About", speaker: "Given by", told: "Told by" },
  none: "No such figure in this record.",
  noneHint: "That the record holds none does not mean that none was given. Take a filter away.",
  direction: { up: "up", down: "down" } as Record<string, string>,
};

export const series = {
  ways: "Ways to see the figures",
  list: "List",
  overTime: "Over time",
  picture: (unit: string, count: string) => `${count} in ${unit} over time`,
  described: (voices: string, first: string, last: string) => `From ${first} to ${last}, given by ${voices}. The table below holds the same figures.`,
  noUnit: "numbers without a unit",
  others: "other voices",
  voices: "Who gives them",
  units: "Other units",
  latest: (shown: string, total: string) => `The latest ${shown} of ${total}; narrow them down with the filters.`,
  undated: "Figures without a day are in the table only.",
  ranges: "A line through a mark is what the words leave open (“about”, “4 to 5”); an arrow is a value without an end (“more than”).",
  scale: "The scale grows by powers of ten, since the figures differ by far.",
  differently: "Given differently",
  differentlyNote: "These seem to be one figure, and leave no value in common. Read both passages: they may yet be about two things.",
  sameBy: (reasons: string) => `the same by ${reasons}`,
  reasons: { indicator: "what is measured", countries: "countries", period: "period", days: "days of publication", encounter: "encounter" } as Record<string, string>,
  published: "by the day of publication",
};
