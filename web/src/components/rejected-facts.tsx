/** What a person has rejected of a document, so that it can be brought back. */
import { shortened } from "../format";
import type { Judging } from "../facts/judging";
import { strings } from "../strings";
import type { RejectedFact } from "../types";
import { StandingLine } from "./correction-words";
import { inWords } from "./fact-lines";

const texts = strings.corrections.rejected;
const longest = 180;

export function RejectedFacts({ rejected, judging }: { rejected: RejectedFact[]; judging: Judging }) {
  if (rejected.length === 0) return null;
  return (
    <section class="facts-group g-rejected" aria-labelledby="group-rejected">
      <div class="group-head">
        <h2 id="group-rejected">
          {texts.title} <span class="count">{strings.number(rejected.length)}</span>
        </h2>
      </div>
      <p class="note section-note">{texts.hint}</p>
      <ul>
        {rejected.map((fact) => {
          const kind = strings.corrections.kind[fact.kind] ?? fact.kind;
          const quote = shortened(inWords(fact.quote ?? ""), longest);
          return (
            <li class="fact" key={fact.id}>
              <p class="fact-head">
                <span class="fact-title">{kind}</span>
                {judging.may ? (
                  <button type="button" class="quiet" disabled={judging.keeping.waiting} aria-label={texts.backOf(`${kind}: ${quote}`)} onClick={() => judging.bringBack(fact.id)}>
                    {texts.back}
                  </button>
                ) : null}
              </p>
              {quote ? (
                <blockquote class="quote" dir="auto">
                  {quote}
                </blockquote>
              ) : null}
              {(judging.standing.get(fact.id) ?? []).map((one) => (
                <StandingLine key={one.number} correction={one} />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
