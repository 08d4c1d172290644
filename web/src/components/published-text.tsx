/**
 * The text as published. Rendered once for a document; what is lit changes by classes on the pieces alone, so that long
 * transcripts stay fluent. Every piece carries its offset (UTF-16 units) in data-b and its facts in data-f.
 */
import { directionOf } from "../format";
import type { Facts } from "../facts/facts";
import { layoutMark, struckWords, type LaidSection, type Paragraph } from "../facts/layout";
import { strings } from "../strings";
import type { Segment } from "../text/segments";
import type { Part } from "../types";

export const speakerColours = 5;

function classesOf(segment: Segment, facts: Facts): string {
  const names = new Set<string>();
  for (const index of segment.facts) {
    if (index === layoutMark) names.add("layout");
    else if (index === struckWords) names.add("struck");
    else names.add(`m-${facts.list[index]!.group}`);
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
          <span {...place} {...(over.length > 0 ? { "data-f": over.join(" ") } : {})} class={classesOf(segment, facts)}>
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

function Turn({ section, facts, colour }: { section: LaidSection; facts: Facts; colour: number }) {
  const fact = facts.list[section.turn!]!;
  const statement = facts.analysis.statements.find((one) => one.id === fact.id);
  const speaker = facts.entity(statement?.speakers[0] ?? statement?.speaker);
  const name = fact.title === strings.facts.unknownSpeaker ? strings.document.turnUnknown : fact.title;
  const office = speaker?.offices[0]?.title;
  return (
    <div role="group" class="turn" data-colour={colour} data-turn={fact.index} aria-label={`${name} ${strings.document.turn}`}>
      <p class="speaker" lang="en" dir="ltr">
        <span class="name">{name}</span>
        {office ? <span class="office">{office}</span> : null}
      </p>
      <Paragraphs paragraphs={section.paragraphs} facts={facts} />
    </div>
  );
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
  if (sections.length === 0) return <p class="state-title">{strings.document.empty}</p>;
  return (
    <div class="published" lang={language ?? ""} dir={directionOf(language)}>
      {sections.map((section) =>
        section.turn === null ? (
          <Paragraphs paragraphs={section.paragraphs} facts={facts} />
        ) : (
          <Turn section={section} facts={facts} colour={colours.get(facts.list[section.turn]!.title) ?? 0} />
        ),
      )}
    </div>
  );
}
