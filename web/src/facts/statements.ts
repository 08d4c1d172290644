/** Who says what in a document, counted and filtered by speaker and topic: pure functions. The address holds the filter. */
import { changed } from "../router";
import type { Fact } from "./fact";
import type { Facts } from "./facts";

export interface StatementFilter {
  speakers: string[];
  topics: string[];
}

export interface Tally {
  value: string;
  count: number;
}

export function filterOf(query: URLSearchParams): StatementFilter {
  return { speakers: query.getAll("speaker").filter(Boolean), topics: query.getAll("topic").filter(Boolean) };
}

/** The query in which one value of a filter is put in or taken out. */
export function toggledQuery(query: URLSearchParams, name: "speaker" | "topic", value: string): URLSearchParams {
  const held = query.getAll(name);
  return changed(query, { [name]: held.includes(value) ? held.filter((one) => one !== value) : [...held, value] });
}

function tally(values: string[][]): Tally[] {
  const counts = new Map<string, number>();
  for (const list of values) for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** Among the statements that the chosen topics leave, the most frequent first; among equals who speaks first. */
export function speakersOf(facts: Facts, filter: StatementFilter): Tally[] {
  const left = facts.of("statement").filter((fact) => holds(fact, { speakers: [], topics: filter.topics }));
  return withChosen(tally(left.map((fact) => fact.said?.speakers ?? [])), filter.speakers);
}

export function topicsOf(facts: Facts, filter: StatementFilter): Tally[] {
  const left = facts.of("statement").filter((fact) => holds(fact, { speakers: filter.speakers, topics: [] }));
  return withChosen(tally(left.map((fact) => fact.said?.topics ?? [])), filter.topics);
}

/** What is chosen is shown even where nothing is left of it, so that it can be let go. */
function withChosen(tallies: Tally[], chosen: string[]): Tally[] {
  return [...tallies, ...chosen.filter((value) => !tallies.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))];
}

function holds(fact: Fact, filter: StatementFilter): boolean {
  const { speakers = [], topics = [] } = fact.said ?? {};
  const any = (wanted: string[], there: string[]) => wanted.length === 0 || wanted.some((one) => there.includes(one));
  return any(filter.speakers, speakers) && any(filter.topics, topics);
}

/** Indices of the statements that the filter leaves; null where there is no filter. */
export function passing(facts: Facts, filter: StatementFilter): ReadonlySet<number> | null {
  if (filter.speakers.length === 0 && filter.topics.length === 0) return null;
  return new Set(facts.of("statement").filter((fact) => holds(fact, filter)).map((fact) => fact.index));
}

/** Turns to be read: those that pass, and those in which a statement that passes stands. */
export function openTurns(facts: Facts, passed: ReadonlySet<number>): ReadonlySet<number> {
  const turns = facts.of("statement").filter((fact) => fact.turn && fact.spans.length > 0);
  const open = new Set<number>();
  for (const index of passed) {
    const span = facts.list[index]!.spans[0];
    if (facts.list[index]!.turn) open.add(index);
    const turn = span && !facts.list[index]!.turn && turns.find(({ spans: [held] }) => held!.part === span.part && held!.begin <= span.begin && span.end <= held!.end);
    if (turn) open.add(turn.index);
  }
  return open;
}
