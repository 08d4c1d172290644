/** Days, TIMEX3 values, countries and numbers as a reader wants to see them. */
import { strings } from "./strings";
import type { EventPlace, EventTime } from "./types";

const locale = "en-GB";
const full = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const monthYear = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
const dayMonth = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });

function date(iso: string): Date | null {
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? null : parsed;
}

/** Whether it is a day of the calendar: "2024-02-29", but not "2024-02-31". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && date(text)?.toISOString().slice(0, 10) === text;
}

/** "2017-11-19T19:23" => "19 November 2017". What is no day is shown as written. */
export function sayDay(iso: string | null | undefined): string {
  if (!iso) return "";
  const parsed = date(iso.slice(0, 10));
  return parsed && /^\d{4}-\d{2}-\d{2}/.test(iso) ? full.format(parsed) : iso;
}

/** As published, with the time of day where one was given: "19 November 2017, 19:23". */
export function sayMoment(iso: string | null | undefined): string {
  if (!iso) return "";
  const time = /T(\d{2}:\d{2})/.exec(iso);
  return time && time[1] !== "00:00" ? `${sayDay(iso)}, ${time[1]}` : sayDay(iso);
}

/** "1–3 June 2022", "30 May – 2 June 2022", "19 November 2017". */
export function sayDays(from: string | null | undefined, to: string | null | undefined): string {
  if (!from || !to || from === to) return sayDay(from || to);
  const [a, b] = [date(from), date(to)];
  if (!a || !b) return `${from} – ${to}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${a.getUTCDate()}–${full.format(b)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayMonth.format(a)} – ${full.format(b)}`;
  return `${full.format(a)} – ${full.format(b)}`;
}

const units: Record<string, [string, string]> = {
  Y: ["year", "years"], M: ["month", "months"], W: ["week", "weeks"], D: ["day", "days"], H: ["hour", "hours"], m: ["minute", "minutes"],
  S: ["second", "seconds"], DE: ["decade", "decades"], CE: ["century", "centuries"],
};
const seasons: Record<string, string> = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };
const dayParts: Record<string, string> = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };

function sayDuration(value: string): string | null {
  const match = /^P(T?)(\d+(?:\.\d+)?|X)(DE|CE|[YMWDHS])$/.exec(value);
  if (!match) return null;
  const unit = units[match[1] === "T" && match[3] === "M" ? "m" : match[3]!]!;
  if (match[2] === "X") return `some ${unit[1]}`;
  return `${match[2]} ${Number(match[2]) === 1 ? unit[0] : unit[1]}`;
}

/** A TIMEX3 value in words: "2017-11" => "November 2017", "P9M" => "9 months". What it does not know stays as it is. */
export function sayTimex(value: string | null | undefined): string {
  if (!value) return "";
  const fixed: Record<string, string> = { PAST_REF: "in the past", FUTURE_REF: "in the future", PRESENT_REF: "now" };
  if (fixed[value]) return fixed[value];
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return sayDay(value);
  const moment = /^(\d{4}-\d{2}-\d{2})T(.+)$/.exec(value);
  if (moment) return `${sayDay(moment[1])}, ${dayParts[moment[2]!] ?? moment[2]}`;
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) {
    const parsed = date(`${value}-01`);
    if (parsed) return monthYear.format(parsed);
  }
  const range = /^(\d[\d-]*)\/(\d[\d-]*)$/.exec(value);
  if (range) {
    const [from, to] = [range[1]!, range[2]!];
    return isDay(from) && isDay(to) ? sayDays(from, to) : `${sayTimex(from)} – ${sayTimex(to)}`;
  }
  const part = /^(\d{4})-(?:(SP|SU|FA|WI)|Q([1-4])|H([12])|W(\d{2}))$/.exec(value);
  if (part) {
    if (part[2]) return `${seasons[part[2]]} ${part[1]}`;
    if (part[3]) return `quarter ${part[3]} of ${part[1]}`;
    if (part[4]) return `half ${part[4]} of ${part[1]}`;
    return `week ${Number(part[5])} of ${part[1]}`;
  }
  if (/^\d{3}$/.test(value)) return `the ${value}0s`;
  return sayDuration(value) ?? value;
}

/** The zone of a time of day as the text gives it: "EDT", "UTC+03:00"; "local" and "Europe/Kyiv" in words. */
export function sayZone(zone: string | null | undefined): string {
  if (!zone) return "";
  if (zone === "local") return strings.facts.localTime;
  return /^[A-Z][A-Za-z_]+\//.test(zone) ? strings.facts.timeOf(zone.slice(zone.lastIndexOf("/") + 1).replace(/_/g, " ")) : zone;
}

/** A value that may not be stated in the text; `inferred` says in words why it is known all the same. */
export interface Known {
  text: string;
  inferred: string | null;
  /** The reason in a word, for lists that carry a legend. */
  short?: string | null;
}

export function sayEventTime(time: Partial<EventTime> | null | undefined): Known | null {
  if (!time) return null;
  const basis = time.basis === "relative" || time.basis === "published" ? time.basis : null;
  const inferred = basis && strings.facts.inferred[basis];
  const short = basis && strings.facts.inferredShort[basis];
  const onlyBound = !time.value && !time.from && time.to;
  if (onlyBound || (time.basis === "published" && time.to)) return { text: strings.facts.noLaterThan(sayDay(time.to)), inferred, short };
  const exact = time.value && /^\d{4}-\d{2}-\d{2}T/.test(time.value) ? sayTimex(time.value) : null;
  const days = time.from && time.to && (!time.value || /^\d{4}-\d{2}-\d{2}$/.test(time.value)) ? sayDays(time.from, time.to) : null;
  const text = exact ?? days ?? sayTimex(time.value);
  return text ? { text, inferred, short } : null;
}

export function sayPlace(place: EventPlace | null | undefined, country: (code: string) => string): Known | null {
  if (!place || (!place.name && !place.country)) return null;
  const land = place.country ? country(place.country) : "";
  const text = !place.name ? land : land && !place.name.endsWith(land) ? `${place.name}, ${land}` : place.name;
  const assumed = place.basis === "assumed";
  return { text, inferred: assumed ? strings.facts.inferred.assumed : null, short: assumed ? strings.facts.inferredShort.assumed : null };
}

export function sayNumber(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
}

const scales: [number, string][] = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];

/** 1310000000 => "1.31 billion"; as it is where that would not be all of it. */
export function sayScaled(value: number): string {
  const scale = scales.find(([size]) => Math.abs(value) >= size);
  if (!scale) return sayNumber(value);
  const scaled = value / scale[0];
  return Number(scaled.toFixed(3)) * scale[0] === value ? `${sayNumber(scaled)} ${scale[1]}` : sayNumber(value);
}

/** "more than 3 billion", "between 5 and 7 per cent". */
export function sayFigure(figure: { value: number; value_to?: number | null; unit: string | null; comparison: string }): string {
  const unit = figure.unit === "percent" ? strings.facts.percent : (figure.unit ?? "");
  const upper = typeof figure.value_to === "number" ? ` ${strings.facts.and} ${sayScaled(figure.value_to)}` : "";
  return `${strings.facts.comparison[figure.comparison] ?? ""}${sayScaled(figure.value)}${upper} ${unit}`.trim();
}

/** "A", "A and B", "A, B and C". */
export function sayList(items: string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${strings.facts.and} ${items[items.length - 1]}`;
}

/** The beginning of a text up to a length, without a broken word at its end. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** Text direction of a language by its script; enough for `dir`. */
export function directionOf(language: string | null | undefined): "ltr" | "rtl" | "auto" {
  if (!language) return "auto";
  const [base, script] = language.split("-");
  if (script === "Arab" || script === "Hebr") return "rtl";
  if (/^(ar|fa|he|iw|ur|ps|ckb|dv|sd|ug|yi)$/i.test(base ?? "")) return "rtl";
  return "ltr";
}
