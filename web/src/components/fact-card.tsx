/** One fact in the panel. Its name is a link to itself, so it can be focused, opened and passed on. */
import { addresses } from "../router";
import { strings } from "../strings";
import { citing } from "../strings/searches";
import { factHash, originalLink } from "../text/passage";
import type { Fact } from "../facts/fact";
import type { Facts } from "../facts/facts";
import { useCite } from "./cite";
import type { Correction } from "../types";
import { StandingLine } from "./correction-words";
import { Value } from "./inferred";

interface Properties {
  fact: Fact;
  facts: Facts;
  /** What people have said of it. */
  standing: Correction[];
  /** Whether it is among those chosen to be judged at once; absent for who may judge nothing. */
  chosen?: boolean | undefined;
  onChoose?: (() => void) | undefined;
  /** Where the page was published. */
  url: string | null;
  children?: preact.ComponentChildren;
}

/** Changed goes before accepted: what stands there is no longer what the program read. */
function standingClass(standing: Correction[]): string {
  if (standing.some((one) => one.action === "change")) return " is-changed";
  return standing.some((one) => one.action === "confirm") ? " is-accepted" : "";
}

export function FactCard({ fact, facts, standing, chosen, onChoose, url, children }: Properties) {
  const { language } = facts.analysis.document;
  const first = fact.spans.find((span) => span.part === "text");
  const cite = useCite();
  const original = first ? originalLink(url, facts.analysis.text, first.begin, first.end) : null;
  return (
    <li class={`fact${fact.said?.depth ? ` nested-${fact.said.depth}` : ""}${standingClass(standing)}${chosen ? " is-chosen" : ""}`} data-fact={fact.index} id={`fact-${fact.index}`}>
      <p class="fact-head">
        {onChoose ? (
          <label class="fact-choice">
            <input type="checkbox" checked={chosen === true} aria-label={strings.corrections.judge.choose(fact.title)} onChange={onChoose} />
          </label>
        ) : null}
        <a href={factHash(fact.id)} class="fact-title" data-hold={fact.index} {...(fact.group === "time" || fact.group === "body" ? { lang: language ?? "" } : {})}>
          {fact.title}
        </a>
        {fact.note || fact.said?.negated ? (
          <span class="note">
            {" "}
            {fact.said?.negated ? <strong class="negated">{strings.facts.negated}</strong> : null}
            {fact.said?.negated && fact.note ? ", " : ""}
            {fact.note}
          </span>
        ) : null}
        <span class="fact-ways">
          {fact.person ? (
            <>
              <a href={addresses.person(fact.person)} aria-label={strings.person.pageOf(fact.person)}>
                {strings.person.page}
              </a>
              <a href={addresses.ledger({ person: fact.person })}>{strings.document.inLedger}</a>
              <a href={addresses.search({ scope: "statements", speaker: fact.person })}>{strings.document.inStatements}</a>
            </>
          ) : fact.about ? (
            <a href={addresses.search({ about: fact.about })}>{strings.document.inDocuments}</a>
          ) : original ? (
            <a href={original} target="_blank" rel="noopener noreferrer">
              {strings.document.originalPassage}
            </a>
          ) : null}
          {first && fact.quote ? (
            <button type="button" class="quiet" aria-label={citing.citeFact(fact.title)} onClick={() => cite(facts.toCodePoints(first))}>
              {citing.cite}
            </button>
          ) : null}
        </span>
      </p>
      {fact.quote ? (
        <blockquote class="quote" lang={language ?? ""} dir="auto">
          {fact.quote}
        </blockquote>
      ) : null}
      {fact.details.length > 0 ? (
        <dl>
          {fact.details.map((detail) => (
            <div class={detail.label ? "" : "plain"}>
              <dt class={detail.label ? "" : "unseen"}>{detail.label || strings.facts.known}</dt>
              {detail.items.map((item) => (
                <dd>
                  {item.person ? (
                    <a class="name-link" href={addresses.person(item.person)}>
                      {item.text}
                    </a>
                  ) : (
                    <Value known={{ text: item.text, inferred: item.inferred ?? null }} />
                  )}
                  {item.note ? <span class="note">{item.note}</span> : null}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      ) : null}
      {standing.map((one) => (
        <StandingLine key={one.number} correction={one} />
      ))}
      {children}
    </li>
  );
}
