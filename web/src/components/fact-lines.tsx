/** Facts as lines outside their document: what it is, the words that say it as a way to them, and what belongs to it. */
import type { ComponentChildren } from "preact";

import { directionOf, sayDay, sayEventTime, sayFigure, shortened } from "../format";
import { useCountries } from "../countries";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { withoutMarks } from "../text/markup";
import { factHash } from "../text/passage";
import type { CommitmentLine, CourtesyLine, DocumentLine, FigureLine, Party, PointLine, StatementLine, Told } from "../types";
import { Value } from "./inferred";
import { PairLinks, PartyNames } from "./party";

const longest = 320;

export function factAddress(document: DocumentLine, id: string): string {
  return addresses.document(document.id, factHash(id));
}

/** Words of a document on one line, without marks of layout. */
export function inWords(text: string): string {
  return withoutMarks(text).replace(/\s+/g, " ").trim();
}

/** Whose account, and when it was published. */
export function Whose({ document }: { document: DocumentLine }) {
  const day = document.day ?? document.published;
  return (
    <>
      {strings.account.own(document.publisher ?? strings.unknownPublisher)}
      {day ? `, ${sayDay(day)}` : ""}
    </>
  );
}

interface LineProperties {
  id: string;
  document: DocumentLine;
  /** Names the account where the page does not. */
  source?: boolean | undefined;
  head: ComponentChildren;
  words: ComponentChildren;
  /** What is said besides; what is absent is left out. */
  more?: (ComponentChildren | null | "")[];
}

function Line({ id, document, source, head, words, more = [] }: LineProperties) {
  const notes = [...more, source ? <Whose document={document} /> : null].filter((note) => note !== null && note !== "");
  return (
    <li class="line" data-row>
      <p class="line-head">{head}</p>
      <a class="line-words" href={factAddress(document, id)} data-step lang={document.language ?? ""} dir={directionOf(document.language)}>
        {words}
      </a>
      {notes.length > 0 ? (
        <p class="line-more">
          {notes.map((note, index) => (
            <>
              {index > 0 ? " · " : ""}
              {note}
            </>
          ))}
        </p>
      ) : null}
    </li>
  );
}

interface Of<T> {
  fact: T;
  document: DocumentLine;
  source?: boolean;
}

export function Point({ fact, document, source }: Of<Told<PointLine>>) {
  const { label, words } = fact.topic;
  return (
    <Line
      id={fact.id}
      document={document}
      source={source}
      head={
        <>
          <b>{nameOf(strings.names.act, fact.act)}</b>
          {fact.negated ? <strong class="negated"> {strings.facts.negated}</strong> : null}{" "}
          {fact.holders.length > 0 ? <PartyNames parties={fact.holders} /> : <span class="note">{strings.facts.someone}</span>}
        </>
      }
      words={inWords(fact.quote)}
      more={[
        label && label !== words && label !== fact.quote ? `${strings.facts.topic} ${label}` : null,
        fact.condition ? strings.commitments.condition(inWords(fact.condition)) : null,
      ]}
    />
  );
}

export function Statement({ fact, document, source }: Of<StatementLine>) {
  return (
    <Line
      id={fact.id}
      document={document}
      source={source}
      head={
        <>
          <b>{fact.speakers.length > 0 ? <PartyNames parties={fact.speakers} /> : strings.facts.unknownSpeaker}</b>
          {fact.negated ? <strong class="negated"> {strings.facts.negated}</strong> : null}{" "}
          <span class="note">{[fact.cue ? `“${fact.cue}”` : "", nameOf(strings.names.mode, fact.mode).toLowerCase()].filter(Boolean).join(", ")}</span>
        </>
      }
      words={shortened(inWords(fact.content), longest)}
      more={[
        fact.addressee ? (
          <>
            {strings.facts.addressee} <PartyNames parties={[fact.addressee]} />
          </>
        ) : null,
        fact.reported_by && fact.reported_by.name !== document.publisher ? strings.account.reported(fact.reported_by.name) : null,
        fact.topics.map((topic) => nameOf({}, topic)).join(", "),
      ]}
    />
  );
}

/** The figure within the words around it, from whole words on. */
export function FigureWords({ figure }: { figure: Told<FigureLine> }) {
  const before = figure.prefix.split(/\n/).pop()!.replace(/^\S*\s/, "");
  const after = figure.suffix.split(/\n/)[0]!.replace(/\s\S*$/, "");
  return (
    <>
      {before.length < figure.prefix.length ? "… " : ""}
      {withoutMarks(before)}
      <mark>{inWords(figure.quote)}</mark>
      {withoutMarks(after)}
      {after.length < figure.suffix.length ? " …" : ""}
    </>
  );
}

export function Figure({ fact, document, source }: Of<Told<FigureLine>>) {
  const { nameOf: country } = useCountries();
  const period = sayEventTime(fact.time);
  return (
    <Line
      id={fact.id}
      document={document}
      source={source}
      head={
        <>
          <b>{sayFigure(fact)}</b>{" "}
          <span class="note">{[fact.indicator !== fact.unit ? fact.indicator : "", nameOf(strings.figures.direction, fact.direction)].filter(Boolean).join(", ")}</span>
        </>
      }
      words={<FigureWords figure={fact} />}
      more={[
        fact.speaker ? (
          <>
            {strings.figures.speaker} <PartyNames parties={[fact.speaker]} />
          </>
        ) : null,
        period ? <Value known={period} short /> : null,
        fact.about.length === 2 ? <PairLinks countries={fact.about} /> : fact.about.map(country).join(", "),
      ]}
    />
  );
}

export function Commitment({ fact, document, source }: Of<Told<CommitmentLine>>) {
  const due = sayEventTime(fact.due);
  const makers = makersOf(fact);
  return (
    <Line
      id={fact.id}
      document={document}
      source={source}
      head={
        <>
          <b>{makers.length > 0 ? <PartyNames parties={makers} /> : strings.facts.someone}</b>{" "}
          <span class="note">{commitmentKind(fact)}</span>
        </>
      }
      words={shortened(inWords(fact.quote), longest)}
      more={[
        fact.to ? (
          <>
            {strings.facts.saidTo("")}
            <PartyNames parties={[fact.to]} />
          </>
        ) : null,
        due ? (
          <>
            {strings.facts.due.toLowerCase()} <Value known={due} short />
          </>
        ) : null,
        fact.open ? null : strings.commitments.past,
        fact.condition ? strings.commitments.condition(inWords(fact.condition)) : null,
      ]}
    />
  );
}

/** Who makes it and who shares in it, each once. */
export function makersOf({ by, parties }: Told<CommitmentLine>): Party[] {
  return [...(by ? [by] : []), ...parties.filter((party) => party.entity !== by?.entity)];
}

/** "Promise · said as “will”". */
export function commitmentKind(fact: Told<CommitmentLine>): string {
  const strength = nameOf(strings.names.strength, fact.strength);
  return [nameOf(strings.names.commitment, fact.class), strength ? strings.commitments.strength(strength) : ""].filter(Boolean).join(" · ");
}

export function Courtesy({ fact, document, source }: Of<Told<CourtesyLine>>) {
  const to = (label: string, party: CourtesyLine["to"]) =>
    party ? (
      <>
        {" "}
        {label.toLowerCase()} <PartyNames parties={[party]} />
      </>
    ) : null;
  return (
    <Line
      id={fact.id}
      document={document}
      source={source}
      head={
        <>
          <b>{nameOf(strings.names.courtesy, fact.kind)}</b>
          {to(strings.facts.from, fact.from)}
          {to(strings.facts.to, fact.to)}
          {to(strings.facts.via, fact.via)}
        </>
      }
      words={inWords(fact.quote ?? "") || strings.encounter.words}
    />
  );
}
