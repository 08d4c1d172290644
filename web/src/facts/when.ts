/** Days and lengths of time as a person enters them, in the values of the contract. */
import { isDay } from "../format";

/** The three fields that together are one time: "time.from", "time.to", "time.value"; null for any other field. */
export function timeFields(name: string): { from: string; to: string; value: string } | null {
  const match = /^(.*?)(?:from|to)$/.exec(name);
  return match && (match[1] === "" || match[1]!.endsWith(".")) ? { from: `${match[1]}from`, to: `${match[1]}to`, value: `${match[1]}value` } : null;
}

export interface Days {
  from: string;
  to: string;
  value: string;
}

/**
 * One end of a time set anew. The other end follows where both were one day, and the written value where it was that day:
 * whoever corrects a day gives it once.
 */
export function withEnd(days: Days, end: "from" | "to", day: string): Days {
  const one = days.from === days.to;
  const next = { ...days, [end]: day };
  if (end === "from" && (one || !days.to || (day !== "" && day > days.to))) next.to = day;
  if (end === "to" && one && days.from !== "") next.from = day !== "" && day < days.from ? day : days.from;
  if (days.value === "" || isDay(days.value)) {
    if (next.from === next.to) next.value = next.from;
    else if (!next.from && next.to && days.value === days.to) next.value = next.to;
    else if (next.from && next.to) next.value = "";
  }
  return next;
}

const units: [RegExp, string, boolean][] = [
  [/^(?:d|days?)$/, "D", false], [/^(?:w|weeks?)$/, "W", false], [/^(?:months?)$/, "M", false], [/^(?:y|years?)$/, "Y", false],
  [/^(?:h|hrs?|hours?)$/, "H", true], [/^(?:m|mins?|minutes?)$/, "M", true],
];

/** "1 hour 30 minutes", "90 min", "1:30", "45" => "PT1H30M", "PT90M", "PT1H30M", "PT45M"; what it does not know stays as it is. */
export function durationOf(words: string): string {
  const typed = words.trim().toLowerCase();
  const clock = /^(\d{1,2}):(\d{2})$/.exec(typed);
  if (clock) return `PT${Number(clock[1])}H${clock[2] === "00" ? "" : `${Number(clock[2])}M`}`;
  if (/^\d{1,3}$/.test(typed)) return `PT${Number(typed)}M`;
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z]+[\s,]*(?:and\s+)?)+$/.test(typed)) return words.trim();
  let [days, time] = ["", ""];
  for (const [, amount, unit] of typed.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const known = units.find(([pattern]) => pattern.test(unit!));
    if (!known) return words.trim();
    if (known[2]) time += amount + known[1];
    else days += amount + known[1];
  }
  return `P${days}${time ? `T${time}` : ""}`;
}
