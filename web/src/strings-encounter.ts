/** What the page of an encounter says about its accounts: why they are one, in which order they were published, where they differ. */

const number = (value: number) => new Intl.NumberFormat("en-GB").format(value);
const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;
const percent = (value: number) => new Intl.NumberFormat("en-GB", { style: "percent" }).format(value);

export const encounterStrings = {
  strip: {
    head: "In order of publication",
    note: "Announcements before the encounter, then what was told of it; the days count from the encounter.",
    kinds: { announcement: "announced", readout: "told", reference: "referred to" } as Record<string, string>,
    days: (days: number | null) => (days === null ? "undated" : days === 0 ? "the same day" : `${plural(Math.abs(days), "day", "days")} ${days < 0 ? "before" : "after"}`),
    held: "The encounter",
  },
  differs: {
    head: "Where the accounts differ",
    note: "Each value with whose account gives it; none is preferred.",
    what: { day: "Day", place: "Place", channel: "Channel", duration: "Duration", initiator: "Asked for by" } as Record<string, string>,
    columns: { what: "What", value: "As told", by: "By the account of" },
  },
  joined: {
    head: "Why these are accounts of one encounter",
    confidence: (value: number) => `Matched by the program, confidence ${percent(value)}; a person may part them.`,
    pair: (one: string, other: string) => `${one} and ${other}`,
    part: (publisher: string, title: string) => `Part the account of ${publisher}: ${title}`,
    reason: "Reason (optional)",
    cancel: "Cancel",
    failed: "Not kept: the server did not answer. Nothing was changed.",
    partAct: "Part this account",
  },
  candidates: {
    head: "Perhaps the same encounter",
    note: "Not joined: something speaks against it, or too little agrees.",
    for: "For it:",
    against: "Against it:",
    join: "Join with this encounter",
    joinAct: "Join",
    confidence: (value: number) => `confidence ${percent(value)}`,
  },
};
