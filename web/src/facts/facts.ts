/** The facts of a document as the panel lists them and the text marks them: one flat list, with spans in UTF-16 units. */
import { sayEventTime, sayList, sayNumber, sayPlace, sayTimex, shortened } from "../format";
import { nameOf, strings } from "../strings";
import { CodePoints } from "../text/codepoints";
import { withoutMarks } from "../text/markup";
import type { Analysis, Entity, Event, MaybeSpan, Part, Span } from "../types";

export type Group = "encounter" | "event" | "statement" | "point" | "person" | "body" | "figure" | "commitment" | "courtesy" | "time";
export const groups: Group[] = ["encounter", "event", "statement", "point", "person", "body", "figure", "commitment", "courtesy", "time"];

export interface UnitSpan {
  begin: number;
  end: number;
  part: Part;
}

export interface Detail {
  label: string;
  /** One line each. */
  items: { text: string; note?: string; inferred?: string | null }[];
}

export interface Fact {
  index: number;
  id: string;
  group: Group;
  /** What it is, in our words or as a name. */
  title: string;
  /** The document's own words, shortened. */
  quote?: string;
  note?: string;
  details: Detail[];
  /** Words to light, the first to go to. Empty where the fact has none of its own. */
  spans: UnitSpan[];
  /** A speaker's turn: set apart as a whole instead of being marked word by word. */
  turn?: boolean;
  /** A person's name, to ask the record for. */
  person?: string;
  /** What documents can be asked to be about: a country's code, or a name. */
  about?: string;
}

const quoteLength = 180;
const mostNamed = 12;

/** A detail of one line; dropped where there is nothing to say. */
function line(label: string, text: string): Detail {
  return { label, items: text ? [{ text }] : [] };
}

export class Facts {
  readonly list: Fact[] = [];
  readonly text: CodePoints;
  readonly title: CodePoints;
  private readonly entities: Map<string, Entity>;
  private readonly titleText: string;

  constructor(readonly analysis: Analysis, private readonly countryName: (code: string) => string) {
    this.titleText = analysis.document.title ?? "";
    this.text = new CodePoints(analysis.text);
    this.title = new CodePoints(this.titleText);
    this.entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
    this.addEvents();
    this.addStatements();
    this.addPoints();
    this.addEntities();
    this.addFigures();
    this.addCommitments();
    this.addCourtesies();
    this.addTimes();
  }

  of(group: Group): Fact[] {
    return this.list.filter((fact) => fact.group === group);
  }

  byId(id: string): Fact | undefined {
    return this.list.find((fact) => fact.id === id);
  }

  nameOf(id: string | null | undefined): string {
    if (!id) return "";
    const entity = this.entities.get(id);
    return entity?.name || entity?.names[0] || strings.unknown;
  }

  entity(id: string | null | undefined): Entity | undefined {
    return id ? this.entities.get(id) : undefined;
  }

  wordsOf(span: UnitSpan): string {
    return (span.part === "title" ? this.titleText : this.analysis.text).slice(span.begin, span.end);
  }

  toUnits(span: MaybeSpan): UnitSpan | null {
    if (!span || typeof span.begin !== "number" || typeof span.end !== "number") return null;
    const part: Part = span.in === "title" ? "title" : "text";
    const points = part === "title" ? this.title : this.text;
    const length = (part === "title" ? this.titleText : this.analysis.text).length;
    const begin = Math.min(length, points.toUnits(span.begin));
    const end = Math.min(length, points.toUnits(span.end));
    return begin < end ? { begin, end, part } : null;
  }

  toCodePoints(span: UnitSpan): Span {
    const points = span.part === "title" ? this.title : this.text;
    const result: Span = { begin: points.toCodePoints(span.begin), end: points.toCodePoints(span.end) };
    return span.part === "title" ? { ...result, in: "title" } : result;
  }

  private spans(spans: MaybeSpan[]): UnitSpan[] {
    return spans.map((span) => this.toUnits(span)).filter((span) => span !== null);
  }

  private quote(span: UnitSpan | null | undefined): string {
    if (!span) return "";
    const words = withoutMarks(this.wordsOf(span)).replace(/\s+/g, " ").trim();
    return shortened(words, quoteLength);
  }

  private add(fact: Omit<Fact, "index" | "details"> & { details: (Detail | null)[] }): void {
    const details = fact.details.filter((detail): detail is Detail => detail !== null && detail.items.length > 0);
    this.list.push({ ...fact, details, index: this.list.length });
  }

  private people(ids: (string | null | undefined)[]): string {
    return sayList(ids.filter(Boolean).map((id) => this.nameOf(id)));
  }

  private describeEntity(entity: Entity): string {
    const titles = entity.offices.map((office) => office.title.toLowerCase());
    const fullest = entity.offices.filter((_, index) => !titles.some((title, other) => other !== index && title.includes(titles[index]!) && (title !== titles[index] || other < index)));
    const offices = fullest.slice(0, 3).map((office) => {
      const status = nameOf(strings.names.officeStatus, office.status);
      return status ? `${office.title} (${status})` : office.title;
    });
    const country = entity.type === "country" || !entity.country ? "" : this.countryName(entity.country);
    return [...offices, offices.some((office) => office.includes(country)) ? "" : country].filter(Boolean).join(", ");
  }

  private addEvents(): void {
    const events = [...this.analysis.events].sort((a, b) => Number(b.main) - Number(a.main));
    for (const event of events) this.addEvent(event);
  }

  private addEvent(event: Event): void {
    const time = sayEventTime(event.time);
    const place = sayPlace(event.place, this.countryName);
    const subtype = event.subtype ? nameOf({}, event.subtype) : "";
    const status = nameOf(strings.names.status, event.status);
    const who = event.participants.map((participant) => {
      const entity = this.entity(participant.entity);
      const role = nameOf(strings.names.role, participant.role);
      const name = this.nameOf(participant.entity);
      return { text: role ? `${name}, ${role}` : name, note: entity ? this.describeEntity(entity) : "" };
    });
    const evidence = this.spans(event.evidence);
    this.add({
      id: event.id,
      group: event.main ? "encounter" : "event",
      title: nameOf(strings.names.event, event.type),
      note: [subtype, status].filter(Boolean).join(", "),
      ...(event.main ? {} : { quote: this.quote(evidence[0]) }),
      details: [
        time && { label: strings.facts.day, items: [time] },
        place && { label: strings.facts.place, items: [place] },
        { label: strings.facts.who, items: who.length > mostNamed ? [...who.slice(0, mostNamed), { text: strings.ledger.others(who.length - mostNamed) }] : who },
        event.channel ? line(strings.facts.channel, event.channel) : null,
        event.format ? line(strings.facts.format, nameOf({}, event.format)) : null,
        event.duration ? line(strings.facts.duration, sayTimex(event.duration)) : null,
      ],
      spans: [...evidence, ...this.spans([event.time as MaybeSpan, event.place as MaybeSpan])],
    });
  }

  private addStatements(): void {
    for (const statement of this.analysis.statements) {
      const speakers = statement.speakers.length > 0 ? statement.speakers : [statement.speaker];
      const pieces = this.spans(statement.pieces.length > 0 ? statement.pieces : [statement]);
      const cue = this.toUnits(statement.cue);
      const mode = nameOf(strings.names.mode, statement.mode);
      const cueWords = cue ? `“${this.wordsOf(cue)}”` : statement.cue_lemma;
      const notes = [statement.parent ? `${mode} within another` : mode, cueWords, statement.negated ? strings.facts.negated : ""];
      this.add({
        id: statement.id,
        group: "statement",
        title: this.people(speakers) || strings.facts.unknownSpeaker,
        note: notes.filter(Boolean).join(", "),
        quote: this.quote(pieces[0]),
        details: [
          line(strings.facts.reportedBy, this.people([statement.reported_by])),
          line(strings.facts.addressee, this.people([statement.addressee])),
        ],
        spans: [...pieces, ...this.spans([statement.speaker_span, statement.cue])],
        ...(statement.mode === "turn" ? { turn: true } : {}),
      });
    }
  }

  private addPoints(): void {
    for (const point of this.analysis.points) {
      const span = this.toUnits(point);
      const topic = this.toUnits(point.topic as MaybeSpan);
      this.add({
        id: point.id,
        group: "point",
        title: nameOf(strings.names.act, point.act),
        note: point.negated ? strings.facts.negated : "",
        quote: this.quote(span),
        details: [
          line(strings.facts.by, this.people(point.holders)),
          line(strings.facts.topic, point.topic?.label ?? (topic ? this.quote(topic) : "")),
          line(strings.facts.condition, this.quote(this.toUnits(point.condition))),
        ],
        spans: span ? [span] : [],
      });
    }
  }

  private addEntities(): void {
    const mentions = new Map<string, UnitSpan[]>();
    for (const mention of this.analysis.mentions) {
      const span = this.toUnits(mention);
      if (!mention.entity || !span) continue;
      const held = mentions.get(mention.entity);
      if (held) held.push(span);
      else mentions.set(mention.entity, [span]);
    }
    const humans = new Set(["person", "office", "group"]);
    const ordered = [...this.analysis.entities].sort(
      (a, b) => Number(a.type !== "person") - Number(b.type !== "person") || (mentions.get(b.id)?.length ?? 0) - (mentions.get(a.id)?.length ?? 0),
    );
    for (const entity of ordered) {
      const spans = mentions.get(entity.id) ?? [];
      const name = this.nameOf(entity.id);
      const others = entity.names.filter((other) => other !== name);
      const human = humans.has(entity.type);
      this.add({
        id: entity.id,
        group: human ? "person" : "body",
        title: name,
        note: [human ? "" : nameOf(strings.names.type, entity.type), strings.count.mentions(spans.length)].filter(Boolean).join(", "),
        details: [
          line("", this.describeEntity(entity)),
          line(strings.facts.forms, others.slice(0, 5).join("; ")),
        ],
        spans,
        ...(entity.type === "person" && entity.name ? { person: entity.name } : {}),
        ...(!human && entity.name ? { about: entity.type === "country" && entity.country ? entity.country : entity.name } : {}),
      });
    }
  }

  private addFigures(): void {
    for (const figure of this.analysis.figures) {
      const span = this.toUnits(figure);
      const unit = figure.unit === "percent" ? strings.facts.percent : (figure.unit ?? "");
      const upper = typeof figure.value_to === "number" ? ` ${strings.facts.and} ${sayNumber(figure.value_to)}` : "";
      const period = sayEventTime(figure.time);
      this.add({
        id: figure.id,
        group: "figure",
        title: `${strings.facts.comparison[figure.comparison] ?? ""}${sayNumber(figure.value)}${upper} ${unit}`.trim(),
        note: figure.direction ?? "",
        quote: this.quote(span),
        details: [
          line(strings.facts.indicator, figure.indicator ?? ""),
          period && { label: strings.facts.period, items: [period] },
          line(strings.facts.about, (figure.about ?? []).map(this.countryName).join(", ")),
          line(strings.facts.speaker, this.people([figure.speaker])),
          line(strings.facts.hedge, this.quote(this.toUnits(figure.hedge))),
        ],
        spans: this.spans([figure, figure.hedge]),
      });
    }
  }

  private addCommitments(): void {
    for (const commitment of this.analysis.commitments) {
      const span = this.toUnits(commitment);
      const due = sayEventTime(commitment.due);
      this.add({
        id: commitment.id,
        group: "commitment",
        title: nameOf(strings.names.commitment, commitment.class),
        note: nameOf(strings.names.strength, commitment.strength),
        quote: this.quote(span),
        details: [
          line(strings.facts.by, this.people([commitment.by]) || strings.facts.someone),
          line(strings.facts.parties, this.people(commitment.parties ?? [])),
          line(strings.facts.to, this.people([commitment.to])),
          due && { label: strings.facts.due, items: [due] },
          line(strings.facts.condition, this.quote(this.toUnits(commitment.condition))),
        ],
        spans: span ? [span] : [],
      });
    }
  }

  private addCourtesies(): void {
    for (const courtesy of this.analysis.courtesies) {
      const spans = this.spans(courtesy.evidence);
      this.add({
        id: courtesy.id,
        group: "courtesy",
        title: nameOf(strings.names.courtesy, courtesy.kind),
        quote: this.quote(spans[0]),
        details: [
          line(strings.facts.from, this.people([courtesy.from]) || strings.facts.someone),
          line(strings.facts.to, this.people([courtesy.to]) || strings.facts.someone),
          line(strings.facts.via, this.people([courtesy.via])),
        ],
        spans,
      });
    }
  }

  private addTimes(): void {
    for (const time of this.analysis.times) {
      const span = this.toUnits(time);
      const said = sayTimex(time.value);
      const range = time.from && time.to ? sayEventTime({ value: null, from: time.from, to: time.to, basis: null })?.text : "";
      this.add({
        id: time.id,
        group: "time",
        title: span ? this.quote(span) : said,
        note: said,
        details: range && !said.startsWith(range) ? [line("", range)] : [],
        spans: span ? [span] : [],
      });
    }
  }
}
