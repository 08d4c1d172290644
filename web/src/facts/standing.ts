/** What people have said of the facts of a document: pure functions over its corrections. */
import type { Analysis, Correction, WantedCorrection } from "../types";

const byNumber = (a: Correction, b: Correction) => a.number - b.number;

/** The later answer counts: a correction that was taken back meanwhile comes again with who took it back. */
export function merged(known: Correction[], told: Correction[]): Correction[] {
  const all = new Map(known.map((one) => [one.number, one]));
  for (const one of told) all.set(one.number, one);
  return [...all.values()].sort(byNumber);
}

/** Those that stand of each fact, oldest first: of changes of one field the last, of judgements the last. */
export function standingOf(corrections: Correction[]): ReadonlyMap<string, Correction[]> {
  const facts = new Map<string, Correction[]>();
  for (const one of [...corrections].sort(byNumber)) {
    if (one.undone || !one.fact) continue;
    const before = facts.get(one.fact) ?? [];
    const replaced = (other: Correction) => (one.action === "change" ? other.action === "change" && other.field === one.field : other.action !== "change");
    facts.set(one.fact, [...before.filter((other) => !replaced(other)), one]);
  }
  return facts;
}

/** The latest that stands, by which the server knows whether another has corrected the fact since. */
export function seenOf(corrections: Correction[], fact: string): number {
  return Math.max(0, ...corrections.filter((one) => one.fact === fact && !one.undone).map((one) => one.number));
}

/** The last thing that somebody did, as the numbers of one batch; empty where nothing of theirs stands. */
export function lastOf(corrections: Correction[], who: string | null): number[] {
  const standing = corrections.filter((one) => !one.undone && one.who === who).sort(byNumber);
  const last = standing[standing.length - 1];
  if (!last) return [];
  return standing.filter((one) => one.number === last.number || (last.batch !== null && one.batch === last.batch)).map((one) => one.number);
}

export function rejectionsOf(corrections: Correction[], fact: string): number[] {
  return corrections.filter((one) => one.fact === fact && one.action === "reject" && !one.undone).map((one) => one.number);
}

/** The wanted ones again, by someone who now knows what another has kept of one of the facts. */
export function knowing(wanted: WantedCorrection[], theirs: Correction): WantedCorrection[] {
  const known = ({ seen: _, ...one }: WantedCorrection) => (theirs.undone ? one : { ...one, seen: theirs.number });
  return wanted.map((one) => (one.fact === theirs.fact ? known(one) : one));
}

/** The fact as the analysis has it. */
export function rawFact(analysis: Analysis, id: string): object | undefined {
  const layers = [analysis.events, analysis.statements, analysis.points, analysis.entities, analysis.figures, analysis.commitments, analysis.courtesies, analysis.times];
  for (const layer of layers) {
    const found = (layer as { id: string }[]).find((fact) => fact.id === id);
    if (found) return found;
  }
  return undefined;
}
