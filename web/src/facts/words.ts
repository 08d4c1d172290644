/** What the facts of a document are said with: its own words by their spans, and the names of its entities. */
import { sayList, sayZone, shortened } from "../format";
import { nameOf, strings } from "../strings";
import { CodePoints } from "../text/codepoints";
import { withoutMarks } from "../text/markup";
import type { Analysis, Entity, MaybeSpan, Part, Span } from "../types";
import type { UnitSpan } from "./fact";

const quoteLength = 180;

export class Words {
  private readonly text: CodePoints;
  private readonly title: CodePoints;
  private readonly titleText: string;
  private readonly entities: Map<string, Entity>;

  constructor(readonly analysis: Analysis, readonly countryName: (code: string) => string) {
    this.titleText = analysis.document.title ?? "";
    this.text = new CodePoints(analysis.text);
    this.title = new CodePoints(this.titleText);
    this.entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  }

  nameOf(id: string | null | undefined): string {
    if (!id) return "";
    const entity = this.entities.get(id);
    return entity?.name || entity?.names[0] || strings.unknown;
  }

  /** The same, to be passed on. */
  readonly saysName = (id: string): string => this.nameOf(id);

  namesOf(ids: (string | null | undefined)[]): string {
    return sayList(ids.filter(Boolean).map((id) => this.nameOf(id)));
  }

  entity(id: string | null | undefined): Entity | undefined {
    return id ? this.entities.get(id) : undefined;
  }

  /** Offices and country, each once: a title that another one holds, or a country that an office names, is left out. */
  describe(entity: Entity): string {
    const titles = entity.offices.map((office) => office.title.toLowerCase());
    const within = (title: string, index: number) =>
      titles.some((other, place) => place !== index && other.includes(title) && (other !== title || place < index));
    const offices = entity.offices
      .filter((_, index) => !within(titles[index]!, index))
      .slice(0, 2)
      .map((office) => {
        const status = nameOf(strings.names.officeStatus, office.status);
        return status ? `${office.title} (${status})` : office.title;
      });
    const country = entity.type === "country" || !entity.country ? "" : this.countryName(entity.country);
    return [...offices, offices.some((office) => office.includes(country)) ? "" : country].filter(Boolean).join(", ");
  }

  wordsOf(span: UnitSpan): string {
    return (span.part === "title" ? this.titleText : this.analysis.text).slice(span.begin, span.end);
  }

  quote(span: UnitSpan | null | undefined): string {
    return span ? shortened(withoutMarks(this.wordsOf(span)).replace(/\s+/g, " ").trim(), quoteLength) : "";
  }

  /** Words in pieces, with the place marked where something stands between them. */
  quoteAll(spans: UnitSpan[]): string {
    return shortened(spans.map((span) => withoutMarks(this.wordsOf(span)).replace(/\s+/g, " ").trim()).join(" … "), quoteLength);
  }

  /** The time of day with its zone where a time that has one stands at a span: "21:26, EST". */
  clockAt(span: MaybeSpan): string {
    if (!span || typeof span.begin !== "number") return "";
    const part = span.in ?? "text";
    const time = this.analysis.times.find((one) => one.begin === span.begin && one.end === span.end && (one.in ?? "text") === part);
    const clock = /T(\d{2}:\d{2})/.exec(time?.value ?? "")?.[1];
    return clock && time?.zone ? `${clock}, ${sayZone(time.zone)}` : "";
  }

  /** Null for a span that is absent, empty or beyond the text. */
  toUnits(span: MaybeSpan): UnitSpan | null {
    if (!span || typeof span.begin !== "number" || typeof span.end !== "number") return null;
    const part: Part = span.in === "title" ? "title" : "text";
    const points = part === "title" ? this.title : this.text;
    const length = (part === "title" ? this.titleText : this.analysis.text).length;
    const begin = Math.min(length, points.toUnits(span.begin));
    const end = Math.min(length, points.toUnits(span.end));
    return begin < end ? { begin, end, part } : null;
  }

  spans(spans: MaybeSpan[]): UnitSpan[] {
    return spans.map((span) => this.toUnits(span)).filter((span) => span !== null);
  }

  toCodePoints(span: UnitSpan): Span {
    const points = span.part === "title" ? this.title : this.text;
    const result: Span = { begin: points.toCodePoints(span.begin), end: points.toCodePoints(span.end) };
    return span.part === "title" ? { ...result, in: "title" } : result;
  }
}
