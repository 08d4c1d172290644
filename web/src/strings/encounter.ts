/** The page of an encounter, and what it says of its accounts: why they are one, their order in time, where they differ. */
import { percent, plural } from "./counting";

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
    partAct: "Part this account",
    partLead: "It becomes an encounter of its own, and the program joins it to nothing any more.",
    done: "Parted. The account is an encounter of its own now.",
    own: "its own encounter",
  },
  candidates: {
    head: "Perhaps the same encounter",
    note: "Not joined: something speaks against it, or too little agrees.",
    for: "For it:",
    against: "Against it:",
    join: "Join with this encounter",
    joinNamed: (name: string) => `Join with this encounter: ${name}`,
    joinAct: "Join",
    joinLead: "The accounts of both are shown together from now on.",
    done: "Joined. All accounts stand on this page now.",
    confidence: (value: number) => `confidence ${percent(value)}`,
  },
};

/** Who may join encounters and part accounts does it at the end of the page. */
export const joiningStrings = {
  title: "Joining and parting",
  other: "Join with another",
  otherLead: "Encounters of these days in which one of the same took part:",
  otherUndated: "The latest encounters in which one of the same took part:",
  otherNone: "None is on record that is not on this page already.",
  otherAct: (name: string) => (name ? `Join with: ${name}` : "Choose the encounter first"),
  most: (count: number) => `Only ${count} are listed.`,
};

export const encounter = {
  between: "Between",
  initiator: "Asked for by",
  partOf: "Part of",
  reschedules: "In place of",
  level: "Level",
  code: "PLOVER code",
  words: "In the words",
  another: "another encounter",
  accounts: (count: number) => plural(count, "account", "accounts"),
  accountsHead: "The accounts side by side",
  accountsNote: "Each column is one publisher’s account. What none was read of may still have been said: a difference is no contradiction.",
  factsOf: {
    document: "",
    section: "The document tells of several encounters; these facts stand where it tells of this one.",
    evidence: "The document only refers to this encounter; these facts stand in the words that refer to it.",
  },
  alsoTold: "Also told of",
  noneRead: "None read in this account.",
  nothing: "Nothing more was read of it.",
  missing: "The record holds no such encounter.",
  whole: "All that is told of it",
  wholeOf: (what: string) => `All that is told of it: ${what}`,
  told: (publisher: string, what: string) => `${publisher}: the words that tell of the ${what}`,
  at: (what: string) => `In the words: ${what}`,
  direction: (source: string, target: string) => `from ${source} to ${target}`,
  stated: "stated in the text",
};
