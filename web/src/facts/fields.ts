/** Which fields of a fact can be changed, by the letter its key begins with, and how each is asked for. */
import { sayDay, sayTimex } from "../format";
import { strings } from "../strings";

export type Control =
  | { kind: "code"; codes: Record<string, string>; none?: boolean }
  | { kind: "truth" | "text" | "day" | "number" | "country" | "timex" | "duration" }
  /** Words, with the names of the places that the document names offered. */
  | { kind: "place" }
  /** Someone or something that the document names, by its id; several, parted by a space; with a role each: "e-1:host e-2:guest". */
  | { kind: "entity" | "entities" | "participants" }
  /** Free words, with those that are usual offered. */
  | { kind: "words"; usual: string[] };

export interface Field {
  /** The contract's key, with dots into what it holds: "time.from". */
  name: string;
  control: Control;
}

const { names, corrections } = strings;
const code = (codes: Record<string, string>, none = false): Control => ({ kind: "code", codes, none });
type Plain = Exclude<Control["kind"], "code" | "words">;
const field = (name: string, control: Control | Plain): Field => ({
  name,
  control: typeof control === "string" ? { kind: control } : control,
});

/** Offered where a figure's unit is asked for; any other word is taken too. */
const usualUnits = ["percent", "people", "USD", "EUR", "GBP", "JPY", "CNY", "RUB", "UAH", "TRY", "tonnes", "barrels", "cubic metres", "kilometres", "jobs"];

const byLetter: Record<string, Field[]> = {
  v: [
    field("type", code(names.event)),
    field("status", code(corrections.status)),
    field("participants", "participants"),
    field("time.from", "day"),
    field("time.to", "day"),
    field("time.value", "timex"),
    field("time.basis", code(corrections.timeBasis, true)),
    field("place.name", "place"),
    field("place.country", "country"),
    field("place.basis", code(corrections.placeBasis, true)),
    field("channel", code(corrections.channel, true)),
    field("format", code(names.format, true)),
    field("duration", "duration"),
    field("initiator", "entity"),
    field("subtype", "text"),
    field("main", "truth"),
  ],
  s: [field("speakers", "entities"), field("mode", code(names.mode)), field("addressee", "entity"), field("reported_by", "entity"), field("negated", "truth")],
  p: [field("act", code(names.act)), field("holders", "entities"), field("topic.label", "text"), field("negated", "truth")],
  f: [
    field("value", "number"),
    field("value_to", "number"),
    field("unit", { kind: "words", usual: usualUnits }),
    field("comparison", code(corrections.comparison)),
    field("direction", code(corrections.direction, true)),
    field("indicator", "text"),
    field("speaker", "entity"),
    field("time.from", "day"),
    field("time.to", "day"),
    field("time.value", "timex"),
  ],
  c: [
    field("class", code(names.commitment)),
    field("strength", code(names.strength)),
    field("by", "entity"),
    field("to", "entity"),
    field("parties", "entities"),
    field("due.from", "day"),
    field("due.to", "day"),
    field("due.value", "timex"),
  ],
  y: [field("kind", code(names.courtesy)), field("from", "entity"), field("to", "entity"), field("via", "entity")],
  t: [field("from", "day"), field("to", "day"), field("value", "timex")],
  e: [field("name", "text"), field("type", code(names.type)), field("country", "country")],
};

export const fieldsOf = (id: string): Field[] => byLetter[id[0] ?? ""] ?? [];

/** Entities stand in other facts, which would be left without them. */
export const canReject = (id: string): boolean => !id.startsWith("e-");
export const canChange = (id: string): boolean => fieldsOf(id).length > 0;

/** Someone named, as the queue has them: by name, so that they can be said without their document. */
export interface NamedOne {
  id: string;
  name: string;
  role?: string;
}

/** In the queue somebody named is an `id` with a name. */
interface Held {
  entity?: string | null;
  id?: string | null;
  role?: string | null;
}

function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (Array.isArray(value)) return value.map((one) => written(one)).filter(Boolean).join(" ");
  if (typeof value !== "object") return String(value);
  const { entity, id, role } = value as Held;
  const one = entity ?? id;
  return one ? (role ? `${one}:${role}` : one) : "";
}

function valueAt(fact: object, name: string): unknown {
  let value: unknown = fact;
  for (const key of name.split(".")) value = value && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined;
  return value;
}

/** What a field holds now, as the API takes it: empty for nothing, "1" and "0" for yes and no, ids for those named. */
export function heldIn(fact: object, name: string): string {
  return written(valueAt(fact, name));
}

export const namesSomebody = ({ kind }: Control): boolean => kind === "entity" || kind === "entities" || kind === "participants";

const withRole = (name: string, role: string): string => (strings.names.role[role] ? `${name} (${strings.names.role[role]})` : name);

/** Those named in a field of the queue: "Ola Brandt (host), Kari Lund". */
export function sayNamed(fact: object, name: string): string {
  const value = valueAt(fact, name);
  return Array.isArray(value) ? (value as NamedOne[]).map((one) => withRole(one.name, one.role ?? "")).join(", ") : "";
}

/** "e-1:host" => the id and the role. */
export function participantOf(word: string): { id: string; role: string } {
  const colon = word.indexOf(":");
  return colon < 0 ? { id: word, role: "" } : { id: word.slice(0, colon), role: word.slice(colon + 1) };
}

export const wordsIn = (value: string): string[] => value.split(" ").filter(Boolean);

/** How values are said: countries by name, and those a document names where it is at hand. */
export interface Sayers {
  country: (code: string) => string;
  entity?: (id: string) => string;
}

/** The written form of a value, for what is shown of a change. */
export function sayValue(id: string | null, name: string | null, value: string | null, { country, entity }: Sayers): string {
  if (!value) return corrections.nothing;
  const control = id && name ? fieldsOf(id).find((one) => one.name === name)?.control : undefined;
  if (control?.kind === "code") return control.codes[value] || value.replace(/_/g, " ");
  if (control?.kind === "truth") return value === "1" ? corrections.yes : corrections.no;
  if (control?.kind === "country") return country(value);
  if (control?.kind === "day") return sayDay(value);
  if (control?.kind === "duration" || control?.kind === "timex") return sayTimex(value);
  if (entity && control && namesSomebody(control)) {
    return wordsIn(value).map(participantOf).map((one) => withRole(entity(one.id), one.role)).join(", ");
  }
  return value;
}
