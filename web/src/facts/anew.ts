/**
 * Documents read anew while somebody judged them: what they wanted kept, said of the facts that stand there now.
 *
 * Ids of facts hang on the words and on what was read in them, so that a fact read otherwise is another fact.
 */
import type { Analysis, Entity, RecordedDocument, WantedCorrection } from "../types";
import type { Facts } from "./facts";
import { fieldsOf, heldIn, namesSomebody, participantOf, wordsIn, type Field } from "./fields";
import type { Verb } from "./keeping";
import { rawFact } from "./standing";

/** What was wanted of a document as it was before, and not kept. */
export interface Anew {
  before: RecordedDocument;
  verb: Verb;
  wanted: WantedCorrection[];
}

function sameValue({ control }: Field, one: string, other: string): boolean {
  return one === other || (control.kind === "number" && one !== "" && other !== "" && Number(one) === Number(other));
}

/** Whether two readings say the same of all that a person can judge of a fact. */
export function saysTheSame(id: string, one: object | undefined, other: object | undefined): boolean {
  return Boolean(one && other) && fieldsOf(id).every((field) => sameValue(field, heldIn(one!, field.name), heldIn(other!, field.name)));
}

/** The facts that are spoken of, each once. */
export const factsOf = (wanted: WantedCorrection[]): string[] => [...new Set(wanted.map((one) => one.fact ?? ""))];

/** As wanted, of a document that was read anew and says the same of these facts; null where it does not. */
export function asBefore(wanted: WantedCorrection[], before: Analysis, now: RecordedDocument): WantedCorrection[] | null {
  const same = factsOf(wanted).every((id) => saysTheSame(id, rawFact(before, id), rawFact(now.analysis, id)));
  return same ? wanted.map((one) => ({ ...one, reading: now.reading })) : null;
}

const wordsOf = (facts: Facts, id: string): string => {
  const fact = facts.byId(id);
  return fact?.spans[0] ? facts.wordsOf(fact.spans[0]) : (fact?.title ?? "");
};

/** The fact that stands where that one stood: of its kind and in the same words, the nearest; null where there is none. */
export function successorOf(id: string, before: Facts, now: Facts): string | null {
  if (now.byId(id)) return id;
  const words = wordsOf(before, id);
  const at = before.byId(id)?.spans[0]?.begin ?? 0;
  const alike = now.list.filter((fact) => fact.id[0] === id[0] && wordsOf(now, fact.id) === words);
  const far = (begin: number | undefined) => Math.abs((begin ?? 0) - at);
  return alike.sort((a, b) => far(a.spans[0]?.begin) - far(b.spans[0]?.begin))[0]?.id ?? null;
}

/** Who was named is named again by name; null where the document no longer names them. */
function inNames(value: string, before: Entity[], now: Entity[]): string | null {
  const words = wordsIn(value).map((word) => {
    const { id, role } = participantOf(word);
    const was = before.find((one) => one.id === id);
    const is = now.find((one) => one.id === id) ?? now.find((one) => was?.name && one.name === was.name && one.type === was.type);
    return is ? (role ? `${is.id}:${role}` : is.id) : null;
  });
  return words.includes(null) ? null : words.join(" ");
}

/** The same said of the facts that stand there now; null where it cannot be said of them. */
export function carriedOver(wanted: WantedCorrection[], before: Facts, now: Facts): WantedCorrection[] | null {
  const carried = wanted.map((one) => {
    const fact = successorOf(one.fact ?? "", before, now);
    const field = fieldsOf(one.fact ?? "").find(({ name }) => name === one.field);
    const value = field && one.value && namesSomebody(field.control) ? inNames(one.value, before.analysis.entities, now.analysis.entities) : one.value;
    return fact && value !== null ? { ...one, fact, ...(value === undefined ? {} : { value }) } : null;
  });
  return carried.includes(null) ? null : (carried as WantedCorrection[]);
}
