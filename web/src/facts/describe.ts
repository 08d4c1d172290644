/** From the facts of the contract to those of the panel, one function a kind. */
import { sayEventTime, sayFigure, sayPlace, sayTimex, sayZone } from "../format";
import { nameOf, strings } from "../strings";
import type { Commitment, Courtesy, Entity, Event, Figure, MaybeSpan, Participant, Point, Statement, Timex } from "../types";
import type { Detail, Fact, UnitSpan } from "./fact";
import type { Words } from "./words";

/** A fact before it has its place in the list; details that say nothing are dropped there. */
export type Draft = Omit<Fact, "index" | "details"> & { details: (Detail | null)[] };

const mostNamed = 12;

/** A detail of one line. */
function line(label: string, text: string): Detail {
  return { label, items: text ? [{ text }] : [] };
}

function joined(...notes: (string | null | undefined)[]): string {
  return notes.filter(Boolean).join(", ");
}

function participants(words: Words, all: Participant[]): Detail {
  const items = all.slice(0, all.length > mostNamed + 1 ? mostNamed : all.length).map((participant) => {
    const entity = words.entity(participant.entity);
    return {
      text: words.nameOf(participant.entity),
      note: joined(nameOf(strings.names.role, participant.role), entity ? words.describe(entity) : ""),
      ...(entity?.type === "person" && entity.name ? { person: entity.name } : {}),
    };
  });
  const rest = all.length - items.length;
  return { label: strings.facts.who, items: rest > 0 ? [...items, { text: strings.ledger.others(rest) }] : items };
}

export function describeEvent(words: Words, event: Event): Draft {
  const time = sayEventTime(event.time);
  const place = sayPlace(event.place, words.countryName);
  const evidence = words.spans(event.evidence);
  const clock = words.clockAt(event.time as MaybeSpan);
  return {
    id: event.id,
    group: event.main ? "encounter" : "event",
    title: nameOf(strings.names.event, event.type),
    note: joined(nameOf({}, event.subtype), nameOf(strings.names.status, event.status)),
    ...(event.main ? {} : { quote: words.quote(evidence[0]) }),
    details: [
      time && { label: strings.facts.day, items: [time] },
      line(strings.facts.clock, clock),
      place && { label: strings.facts.place, items: [place] },
      participants(words, event.participants),
      line(strings.facts.channel, event.channel ?? ""),
      line(strings.facts.format, nameOf(strings.names.format, event.format)),
      line(strings.facts.duration, sayTimex(event.duration)),
    ],
    spans: [...evidence, ...words.spans([event.time as MaybeSpan, event.place as MaybeSpan])],
  };
}

export function describeStatement(words: Words, statement: Statement, depth: number): Draft {
  const speakers = (statement.speakers.length > 0 ? statement.speakers : [statement.speaker]).filter((id) => id !== null);
  const pieces = words.spans(statement.pieces.length > 0 ? statement.pieces : [statement]);
  const cue = words.toUnits(statement.cue);
  const mode = nameOf(strings.names.mode, statement.mode);
  const how = statement.parent ? strings.facts.within(mode) : mode;
  return {
    id: statement.id,
    group: "statement",
    title: words.namesOf(speakers) || strings.facts.unknownSpeaker,
    note: joined(cue ? `“${words.wordsOf(cue)}”` : statement.cue_lemma, cue || statement.cue_lemma ? how.toLowerCase() : how),
    quote: words.quoteAll(pieces),
    details: [
      line(strings.facts.addressee, words.namesOf([statement.addressee])),
      line(strings.facts.topic, statement.topics.map((topic) => nameOf({}, topic)).join(", ")),
      line(strings.facts.reportedBy, words.namesOf([statement.reported_by])),
    ],
    said: {
      speakers: speakers.map((id) => words.nameOf(id)),
      topics: statement.topics,
      depth,
      quoted: statement.mode === "direct" || statement.mode === "mixed",
      negated: statement.negated,
      cue,
      speakerSpan: words.toUnits(statement.speaker_span),
    },
    spans: [...pieces, ...words.spans([statement.speaker_span, statement.cue])],
    ...(statement.mode === "turn" ? { turn: true } : {}),
  };
}

export function describePoint(words: Words, point: Point): Draft {
  const span = words.toUnits(point);
  return {
    id: point.id,
    group: "point",
    title: nameOf(strings.names.act, point.act),
    note: point.negated ? strings.facts.negated : "",
    quote: words.quote(span),
    details: [
      line(strings.facts.by, words.namesOf(point.holders)),
      line(strings.facts.topic, point.topic?.label || words.quote(words.toUnits(point.topic))),
      line(strings.facts.condition, words.quote(words.toUnits(point.condition))),
    ],
    spans: span ? [span] : [],
  };
}

const humans = new Set(["person", "office", "group"]);

export function describeEntity(words: Words, entity: Entity, mentions: UnitSpan[]): Draft {
  const name = words.nameOf(entity.id);
  const human = humans.has(entity.type);
  return {
    id: entity.id,
    group: human ? "person" : "body",
    title: name,
    note: joined(human ? "" : nameOf(strings.names.type, entity.type), strings.count.mentions(mentions.length)),
    details: [
      line("", words.describe(entity)),
      line(strings.facts.forms, entity.names.filter((other) => other !== name).slice(0, 5).join("; ")),
    ],
    spans: mentions,
    ...(entity.type === "person" && entity.name ? { person: entity.name } : {}),
    ...(!human && entity.name ? { about: entity.type === "country" && entity.country ? entity.country : entity.name } : {}),
  };
}

export function describeFigure(words: Words, figure: Figure): Draft {
  const period = sayEventTime(figure.time);
  return {
    id: figure.id,
    group: "figure",
    title: sayFigure(figure),
    note: figure.direction ?? "",
    quote: words.quote(words.toUnits(figure)),
    details: [
      line(strings.facts.indicator, figure.indicator ?? ""),
      period && { label: strings.facts.period, items: [period] },
      line(strings.facts.about, (figure.about ?? []).map(words.countryName).join(", ")),
      line(strings.facts.speaker, words.namesOf([figure.speaker])),
      line(strings.facts.hedge, words.quote(words.toUnits(figure.hedge))),
    ],
    spans: words.spans([figure, figure.hedge]),
  };
}

export function describeCommitment(words: Words, commitment: Commitment): Draft {
  const span = words.toUnits(commitment);
  const due = sayEventTime(commitment.due);
  return {
    id: commitment.id,
    group: "commitment",
    title: nameOf(strings.names.commitment, commitment.class),
    note: nameOf(strings.names.strength, commitment.strength),
    quote: words.quote(span),
    details: [
      line(strings.facts.by, words.namesOf([commitment.by]) || strings.facts.someone),
      line(strings.facts.parties, words.namesOf(commitment.parties ?? [])),
      line(strings.facts.to, words.namesOf([commitment.to])),
      due && { label: strings.facts.due, items: [due] },
      line(strings.facts.condition, words.quote(words.toUnits(commitment.condition))),
    ],
    spans: span ? [span] : [],
  };
}

export function describeCourtesy(words: Words, courtesy: Courtesy): Draft {
  const spans = words.spans(courtesy.evidence);
  return {
    id: courtesy.id,
    group: "courtesy",
    title: nameOf(strings.names.courtesy, courtesy.kind),
    quote: words.quote(spans[0]),
    details: [
      line(strings.facts.from, words.namesOf([courtesy.from]) || strings.facts.someone),
      line(strings.facts.to, words.namesOf([courtesy.to]) || strings.facts.someone),
      line(strings.facts.via, words.namesOf([courtesy.via])),
    ],
    spans,
  };
}

export function describeTime(words: Words, time: Timex): Draft {
  const span = words.toUnits(time);
  const said = sayTimex(time.value);
  const range = time.from && time.to ? (sayEventTime({ value: null, from: time.from, to: time.to, basis: null })?.text ?? "") : "";
  return {
    id: time.id,
    group: "time",
    title: span ? words.quote(span) : said,
    note: said,
    details: [
      line("", said.startsWith(range) ? "" : range),
      line(strings.facts.zone, sayZone(time.zone)),
      line(strings.facts.calendar, time.calendar ? nameOf(strings.names.calendar, time.calendar) : ""),
    ],
    spans: span ? [span] : [],
  };
}
