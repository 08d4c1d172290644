/** Which fields of a fact can be changed, by the letter its key begins with, and how each is asked for. */
import { strings } from "../strings";

export type Control =
  | { kind: "code"; codes: Record<string, string>; none?: boolean }
  | { kind: "truth" | "text" | "day" | "number" | "country" }
  /** Free words, with those that are usual offered. */
  | { kind: "words"; usual: string[] };

export interface Field {
  /** The contract's key, with dots into what it holds: "time.from". */
  name: string;
  control: Control;
}

const { names, corrections } = strings;
const code = (codes: Record<string, string>, none = false): Control => ({ kind: "code", codes, none });
const field = (name: string, control: Control | "truth" | "text" | "day" | "number" | "country"): Field => ({
  name,
  control: typeof control === "string" ? { kind: control } : control,
});

const byLetter: Record<string, Field[]> = {
  v: [
    field("type", code(names.event)),
    field("status", code(corrections.status)),
    field("main", "truth"),
    field("time.from", "day"),
    field("time.to", "day"),
    field("time.value", "text"),
    field("time.basis", code(corrections.timeBasis, true)),
    field("place.name", "text"),
    field("place.country", "country"),
    field("place.basis", code(corrections.placeBasis, true)),
    field("channel", { kind: "words", usual: ["phone", "video", "in person"] }),
    field("format", { kind: "words", usual: Object.keys(names.format) }),
    field("duration", "text"),
    field("subtype", "text"),
  ],
  s: [field("mode", code(names.mode)), field("negated", "truth")],
  p: [field("act", code(names.act)), field("negated", "truth"), field("topic.label", "text")],
  f: [
    field("value", "number"),
    field("unit", "text"),
    field("comparison", code(corrections.comparison)),
    field("direction", code(corrections.direction, true)),
    field("indicator", "text"),
  ],
  c: [field("strength", code(names.strength)), field("class", code(names.commitment))],
  y: [field("kind", code(names.courtesy))],
  e: [field("name", "text"), field("type", code(names.type)), field("country", "country")],
};

export const fieldsOf = (id: string): Field[] => byLetter[id[0] ?? ""] ?? [];

/** Entities stand in other facts, which would be left without them. */
export const canReject = (id: string): boolean => !id.startsWith("e-");
export const canChange = (id: string): boolean => fieldsOf(id).length > 0;

/** What a field holds now, as the API takes it: empty for nothing, "1" and "0" for yes and no. */
export function heldIn(fact: unknown, name: string): string {
  let value: unknown = fact;
  for (const key of name.split(".")) value = value && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined;
  if (typeof value === "boolean") return value ? "1" : "0";
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

/** The written form of a value, for what is shown of a change. */
export function sayValue(id: string | null, name: string | null, value: string | null, country: (code: string) => string): string {
  if (!value) return corrections.nothing;
  const control = id && name ? fieldsOf(id).find((one) => one.name === name)?.control : undefined;
  if (control?.kind === "code") return control.codes[value] || value.replace(/_/g, " ");
  if (control?.kind === "truth") return value === "1" ? corrections.yes : corrections.no;
  if (control?.kind === "country") return country(value);
  return value;
}
