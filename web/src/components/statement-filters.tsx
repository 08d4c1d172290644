/** Who speaks in a document and on what, with counts: each a link that shows only that, so that the address holds it. */
import { useState } from "preact/hooks";

import type { Facts } from "../facts/facts";
import { speakersOf, toggledQuery, topicsOf, type StatementFilter, type Tally } from "../facts/statements";
import { sayList } from "../format";
import { changed, withQuery } from "../router";
import { nameOf, strings } from "../strings";

/** Values shown until asked for all. */
const few = 6;

interface RowProperties {
  label: string;
  name: "speaker" | "topic";
  tallies: Tally[];
  chosen: string[];
  query: URLSearchParams;
}

const say = (name: "speaker" | "topic", value: string) => (name === "topic" ? nameOf({}, value) : value);

function Row({ label, name, tallies, chosen, query }: RowProperties) {
  const [all, setAll] = useState(false);
  const long = tallies.length > few + 1;
  const shown = all || !long ? tallies : tallies.filter((one, index) => index < few || chosen.includes(one.value));
  const sayCount = name === "speaker" ? strings.document.filterSpeaker : strings.document.filterTopic;
  return (
    <div class="who-row">
      <h2>{label}</h2>
      <ul>
        {shown.map(({ value, count }) => {
          const on = chosen.includes(value);
          const said = say(name, value);
          return (
            <li>
              <a
                href={withQuery(location.pathname, toggledQuery(query, name, value))}
                aria-label={on ? strings.document.unfilter(said, count) : sayCount(said, count)}
                {...(on ? { "aria-current": "true" as const } : {})}
              >
                {said} <span class="count">{strings.number(count)}</span>
              </a>
            </li>
          );
        })}
        {long ? (
          <li>
            <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? strings.document.fewerSpeakers : strings.document.moreSpeakers(tallies.length - shown.length)}
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

interface Properties {
  facts: Facts;
  query: URLSearchParams;
  filter: StatementFilter;
  passed: ReadonlySet<number> | null;
}

export function StatementFilters({ facts, query, filter, passed }: Properties) {
  const speakers = speakersOf(facts, filter);
  const topics = topicsOf(facts, filter);
  // One speaker is no choice; a filter that came with the address can still be taken off.
  if (speakers.length < 2 && topics.length < 2 && !passed) return null;
  const everything = withQuery(location.pathname, changed(query, { speaker: null, topic: null }));
  return (
    <nav class="who" aria-label={strings.document.speakers}>
      {speakers.length > 1 || filter.speakers.length > 0 ? <Row label={strings.document.speakers} name="speaker" tallies={speakers} chosen={filter.speakers} query={query} /> : null}
      {topics.length > 0 ? <Row label={strings.document.topics} name="topic" tallies={topics} chosen={filter.topics} query={query} /> : null}
      <p class="who-shown" role="status">
        {passed ? (
          <>
            {strings.document.only(
              passed.size,
              facts.of("statement").length,
              sayList(filter.speakers),
              sayList(filter.topics.map((topic) => say("topic", topic))),
            )}{" "}
            <a href={everything}>{strings.document.everyone}</a>
          </>
        ) : null}
      </p>
    </nav>
  );
}
