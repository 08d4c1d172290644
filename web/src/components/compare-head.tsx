/** Whose accounts are compared: publisher, title, day, and how long each is, drawn to one scale. */
import type { Side } from "../compare/answer";
import type { Comparison } from "../compare/comparison";
import { useCountries } from "../countries";
import { directionOf, sayMoment } from "../format";
import { addresses } from "../router";
import { nameOf, strings as shared } from "../strings";
import { quoted, strings } from "../strings/compare";
import { passageHash } from "../text/passage";

function Length({ comparison, side }: { comparison: Comparison; side: Side }) {
  const { length } = comparison.answer[side];
  const longest = Math.max(comparison.answer.a.length.words, comparison.answer.b.length.words, 1);
  return (
    <>
      <svg class="extent" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0.5, (100 * length.words) / longest)} height="1" />
      </svg>
      <p class="lengths">
        {[strings.length(length.words), strings.points(length.points), strings.statements(length.statements)].join(" · ")}
      </p>
    </>
  );
}

/** What the publisher usually says on these two countries and does not say here. */
function Dropped({ comparison, side }: { comparison: Comparison; side: Side }) {
  const { dropped, language } = comparison.answer[side];
  if (dropped.length === 0) return null;
  const id = `dropped-${side}`;
  return (
    <section class="dropped" aria-labelledby={id}>
      <h3 id={id}>{strings.dropped}</h3>
      <ul>
        {dropped.map((one) => (
          <li key={one.words}>
            <span lang={language ?? ""} dir={directionOf(language)}>
              {quoted(one.words)}
            </span>{" "}
            <span class="note">
              {strings.droppedShare(one.count, one.of)}, {strings.droppedFirst} <a href={addresses.document(one.first.id)}>{sayMoment(one.first.day)}</a>, {strings.droppedLast}{" "}
              <a href={addresses.document(one.last.id, passageHash(one.last))}>{sayMoment(one.last.day)}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Whose({ comparison, side, ofRecord }: { comparison: Comparison; side: Side; ofRecord: boolean }) {
  const { nameOf: country } = useCountries();
  const { document, kind, title, country: land, published, language } = comparison.answer[side];
  const words = { lang: language ?? "", dir: directionOf(language) };
  return (
    <div class="whose-text">
      <h2>
        <span class="letter">{strings.letter[side]}</span> {comparison.publisher(side)}
      </h2>
      <p class="whose-title">
        {document && ofRecord ? (
          <a href={addresses.document(document)} {...words}>
            {title || shared.untitled}
          </a>
        ) : (
          <span {...words}>{title}</span>
        )}
      </p>
      <p class="source">
        {land ? <span>{country(land)}</span> : null}
        {kind ? <span>{nameOf(shared.names.kind, kind)}</span> : null}
        <span>{published ? shared.document.published(sayMoment(published)) : shared.document.notDated}</span>
      </p>
      <Length comparison={comparison} side={side} />
      <Dropped comparison={comparison} side={side} />
    </div>
  );
}

export function CompareHead({ comparison, ofRecord }: { comparison: Comparison; ofRecord: boolean }) {
  const { notes } = comparison.answer;
  return (
    <>
      <div class="whose-texts">
        <Whose comparison={comparison} side="a" ofRecord={ofRecord} />
        <Whose comparison={comparison} side="b" ofRecord={ofRecord} />
      </div>
      {notes.length > 0 ? (
        <section class="compare-notes" aria-label={strings.notes}>
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </section>
      ) : null}
    </>
  );
}
