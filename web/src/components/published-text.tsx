/**
 * The text as published. Rendered once for a document; what is lit changes by classes on the pieces alone, so that long
 * transcripts stay fluent. Every piece carries its offset (UTF-16 units) in data-b and its facts in data-f.
 */
import { directionOf, shortened } from "../format";
import type { Fact, UnitSpan } from "../facts/fact";
import type { Facts } from "../facts/facts";
import { layoutMark, struckWords, type LaidSection, type Paragraph } from "../facts/layout";
import { strings } from "../strings";
import type { Segment } from "../text/segments";
import type { Part } from "../types";

export const speakerColours = 5;

/** Letters of a folded turn that stand beside its speaker. */
const gistLength = 110;

function lies(segment: Segment, span: UnitSpan | null, part: Part): boolean {
  return span !== null && span.part === part && span.begin <= segment.begin && segment.end <= span.end;
}

/** Of a statement: its cue, its speaker, or the words themselves. */
function roleOf(segment: Segment, fact: Fact, part: Part): string {
  if (!fact.said) return "";
  if (lies(segment, fact.said.cue, part)) return "cue";
  if (lies(segment, fact.said.speakerSpan, part)) return fact.turn && !fact.said.cue ? "label" : "by";
  return fact.said.quoted ? "quoted" : "";
}

function classesOf(segment: Segment, facts: Facts, part: Part): string {
  const names = new Set<string>();
  for (const index of segment.facts) {
    if (index === layoutMark) names.add("layout");
    else if (index === struckWords) names.add("struck");
    else {
      const fact = facts.list[index]!;
      names.add(`m-${fact.group}`);
      const role = roleOf(segment, fact, part);
      if (role) names.add(role);
    }
  }
  return [...names].join(" ");
}

export function Segments({ segments, facts, text, part }: { segments: Segment[]; facts: Facts; text: string; part: Part }) {
  return (
    <>
      {segments.map((segment) => {
        const words = text.slice(segment.begin, segment.end);
        const place = { "data-b": segment.begin, ...(part === "title" ? { "data-part": "title" } : {}) };
        if (segment.facts.length === 0) return <span {...place}>{words}</span>;
        const over = segment.facts.filter((index) => index >= 0);
        return (
          <span {...place} {...(over.length > 0 ? { "data-f": over.join(" ") } : {})} class={classesOf(segment, facts, part)}>
            {words}
          </span>
        );
      })}
    </>
  );
}

function Paragraphs({ paragraphs, facts }: { paragraphs: Paragraph[]; facts: Facts }) {
  const text = facts.analysis.text;
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p class="paragraph">
          <Segments segments={paragraph.segments} facts={facts} text={text} part="text" />
        </p>
      ))}
    </>
  );
}

/** Which of a speaker's turns it is. */
export interface TurnPlace {
  at: number;
  all: number;
}

function gistOf(section: LaidSection, facts: Facts): string {
  const said = facts.list[section.turn!]!.spans[0];
  return said ? shortened(facts.wordsOf(said).slice(0, 2 * gistLength).replace(/\s+/g, " ").trim(), gistLength) : "";
}

function Turn({ section, facts, colour, place }: { section: LaidSection; facts: Facts; colour: number; place: TurnPlace }) {
  const fact = facts.list[section.turn!]!;
  const name = fact.title === strings.facts.unknownSpeaker ? strings.document.turnUnknown : fact.title;
  const office = facts.entity(facts.statement(fact.id)?.speakers[0])?.offices[0]?.title;
  return (
    <div role="group" class="turn" data-colour={colour} data-turn={fact.index} data-speaker={fact.title} aria-label={`${name} ${strings.document.turn}`}>
      <div class="speaker" lang="en" dir="ltr" data-gist={gistOf(section, facts)}>
        <button type="button" class="name" data-fold aria-expanded="true" tabIndex={-1}>
          {name}
        </button>
        {office ? <span class="office">{office}</span> : null}
        {place.all > 1 ? (
          <span class="turn-ways">
            <button type="button" data-turn-by="-1" tabIndex={-1} disabled={place.at === 1} aria-label={strings.document.turnBefore(name)}>
              ‹
            </button>
            <span>{strings.document.place(place.at, place.all)}</span>
            <button type="button" data-turn-by="1" tabIndex={-1} disabled={place.at === place.all} aria-label={strings.document.turnAfter(name)}>
              ›
            </button>
          </span>
        ) : null}
      </div>
      <div class="turn-body">
        <Paragraphs paragraphs={section.paragraphs} facts={facts} />
      </div>
    </div>
  );
}

/** For each section that is a turn, which of its speaker's it is. */
function placesOf(sections: LaidSection[], facts: Facts): Map<LaidSection, TurnPlace> {
  const places = new Map<LaidSection, TurnPlace>();
  const bySpeaker = new Map<string, TurnPlace[]>();
  for (const section of sections) {
    if (section.turn === null) continue;
    const name = facts.list[section.turn]!.title;
    const before = bySpeaker.get(name) ?? [];
    bySpeaker.set(name, before);
    before.push({ at: before.length + 1, all: 0 });
    places.set(section, before[before.length - 1]!);
  }
  for (const all of bySpeaker.values()) for (const place of all) place.all = all.length;
  return places;
}

/** Speakers in the order in which they first speak, so that each keeps one colour. */
function coloursOf(sections: LaidSection[], facts: Facts): Map<string, number> {
  const colours = new Map<string, number>();
  for (const section of sections) {
    if (section.turn === null) continue;
    const name = facts.list[section.turn]!.title;
    if (!colours.has(name)) colours.set(name, colours.size % speakerColours);
  }
  return colours;
}

export function PublishedText({ facts, sections }: { facts: Facts; sections: LaidSection[] }) {
  const { language } = facts.analysis.document;
  const colours = coloursOf(sections, facts);
  const places = placesOf(sections, facts);
  if (sections.length === 0) return <p class="state-title">{strings.document.empty}</p>;
  return (
    <div class="published" lang={language ?? ""} dir={directionOf(language)}>
      {sections.map((section) =>
        section.turn === null ? (
          <Paragraphs paragraphs={section.paragraphs} facts={facts} />
        ) : (
          <Turn section={section} facts={facts} colour={colours.get(facts.list[section.turn]!.title) ?? 0} place={places.get(section)!} />
        ),
      )}
    </div>
  );
}
