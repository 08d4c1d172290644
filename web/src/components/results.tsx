/** One result of a search: whose document, its title, and the words found in their surroundings. */
import { directionOf, sayList } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { factHash, passageHash } from "../text/passage";
import { CodePoints } from "../text/codepoints";
import type { DocumentHit, Range, Snippet, StatementHit, StatementLine } from "../types";
import { ChooseToCompare } from "./choose-to-compare";
import { Marked } from "./marked";
import { PartyNames } from "./party";
import { SourceLine } from "./source-line";

/** Long statements are shown from a little before the first word found. */
const before = 60;
const shown = 360;

function snippetTarget(snippet: Snippet): string {
  const first = snippet.marks[0];
  const { span } = snippet;
  return passageHash(first ? { ...span, begin: span.begin + first.begin, end: span.begin + first.end } : span);
}

export function excerpt(content: string, marks: Range[]): { text: string; marks: Range[]; cutBefore: boolean; cutAfter: boolean } {
  const points = new CodePoints(content);
  const first = marks[0]?.begin ?? 0;
  let begin = first > before * 2 ? first - before : 0;
  if (begin > 0) {
    const space = content.indexOf(" ", points.toUnits(begin));
    if (space >= 0) begin = Math.min(first, points.toCodePoints(space + 1));
  }
  let end = Math.min(points.length, begin + shown);
  if (end < points.length) {
    const space = content.lastIndexOf(" ", points.toUnits(end));
    const last = Math.max(first, begin + shown / 2);
    if (space > points.toUnits(last)) end = points.toCodePoints(space);
  }
  return {
    text: content.slice(points.toUnits(begin), points.toUnits(end)),
    marks: marks.map((mark) => ({ begin: mark.begin - begin, end: mark.end - begin })),
    cutBefore: begin > 0,
    cutAfter: end < points.length,
  };
}

function speakersOf(statement: StatementLine): string {
  return sayList(statement.speakers.map((party) => party.name || party.office || strings.unknown)) || strings.facts.unknownSpeaker;
}

/** Whose account of whom: never the words alone. */
function accountOf(statement: StatementHit): string {
  return strings.account.of(statement.document.publisher ?? strings.unknownPublisher, speakersOf(statement));
}

export function DocumentResult({ hit }: { hit: DocumentHit }) {
  const language = { lang: hit.language ?? "", dir: directionOf(hit.language) };
  return (
    <li class="result" data-row>
      <div class="result-head">
        <SourceLine document={hit} />
        <ChooseToCompare id={hit.id} title={hit.title ?? strings.untitled} />
      </div>
      <h2>
        <a href={addresses.document(hit.id)} data-step {...language}>
          {hit.title ? <Marked text={hit.title} marks={hit.title_marks} /> : strings.untitled}
        </a>
      </h2>
      {hit.snippets.map((snippet) => (
        <a class="snippet" href={addresses.document(hit.id, snippetTarget(snippet))} {...language}>
          {snippet.cut_before ? "… " : ""}
          <Marked text={snippet.text} marks={snippet.marks} />
          {snippet.cut_after ? " …" : ""}
        </a>
      ))}
    </li>
  );
}

export function StatementResult({ hit: statement }: { hit: StatementHit }) {
  const words = excerpt(statement.content, statement.marks);
  const target = addresses.document(statement.document.id, factHash(statement.id));
  const office = statement.speakers.length === 1 ? statement.speakers[0]?.office : null;
  return (
    <li class="result" data-row>
      <SourceLine document={statement.document} />
      <h2>
        <a href={target} data-step>
          {accountOf(statement)}
        </a>
      </h2>
      <p class="mode">
        {statement.speakers.some((party) => party.type === "person") ? (
          <>
            <PartyNames parties={statement.speakers} />
            {" · "}
          </>
        ) : null}
        {[
          office,
          statement.cue ? `“${statement.cue}”` : "",
          statement.addressee ? strings.facts.saidTo(statement.addressee.name) : "",
          statement.negated ? strings.facts.negated : "",
          nameOf(strings.names.mode, statement.mode),
          statement.reported_by ? strings.account.reported(statement.reported_by.name) : "",
          ...statement.topics.map((topic) => nameOf({}, topic)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <blockquote class="snippet" lang={statement.document.language ?? ""} dir={directionOf(statement.document.language)}>
        {words.cutBefore ? "… " : ""}
        <Marked text={words.text} marks={words.marks} />
        {words.cutAfter ? " …" : ""}
      </blockquote>
    </li>
  );
}
