/** The items of a timeline, one after another: an encounter with its accounts, or what somebody said. */
import { useCountries } from "../countries";
import { directionOf, sayDay, sayEventTime, sayList, sayPlace, type Known as Said } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { factHash } from "../text/passage";
import type { EventTime, Timeline, TimelineItem } from "../types";
import { encounterName, encounterParties } from "./encounter-line";
import { Value } from "./inferred";
import { Marked } from "./marked";
import { KindMark } from "./timeline-marks";

/** The day as it is known; null where it is not. */
export function dayOf(item: TimelineItem): Said | null {
  if (!item.from && !item.to) return null;
  if (item.dated_by === "publication") {
    // What is said stands in the release; a letter or a plan may have another day than it.
    const inferred = item.kind === "statement" ? null : strings.facts.inferred.published;
    return { text: sayDay(item.from), inferred, short: inferred && strings.facts.inferredShort.published };
  }
  const same = item.accounts.find(({ time }) => time.from === item.from && time.to === item.to);
  const time: EventTime = { value: same?.time.value ?? null, from: item.from, to: item.to, basis: item.basis };
  return sayEventTime(time);
}

function Accounts({ item }: { item: TimelineItem }) {
  return (
    <>
      {item.accounts.map((account, index) => {
        const publisher = account.document.publisher ?? strings.unknownPublisher;
        const otherDay = account.time.from && item.from && account.time.from !== item.from;
        return (
          <>
            {index > 0 ? ", " : ""}
            <a href={addresses.document(account.document.id, factHash(account.event))}>
              {otherDay ? strings.timeline.accountOn(publisher, sayDay(account.time.from)) : strings.account.own(publisher)}
            </a>
          </>
        );
      })}
    </>
  );
}

function EncounterItem({ item }: { item: TimelineItem }) {
  const { nameOf: country } = useCountries();
  const encounter = item.encounter!;
  const place = sayPlace(encounter.place, country);
  const video = encounter.channel === "video" && encounter.type !== "video_call";
  return (
    <>
      <a class="headline" href={addresses.encounter(encounter.id)} data-step>
        {encounterParties(encounter.participants) || encounter.document.title || strings.untitled}
      </a>
      <span class="more">
        {encounterName(encounter)}
        {video ? ` · ${strings.timeline.byVideo}` : ""}
        {place ? (
          <>
            {" · "}
            <Value known={place} short />
          </>
        ) : null}
        {" · "}
        {item.accounts.length > 1 ? `${strings.timeline.accounts(item.accounts.length)}: ` : ""}
        <Accounts item={item} />
      </span>
    </>
  );
}

function StatementItem({ item, timeline }: { item: TimelineItem; timeline: Timeline }) {
  const statement = item.statement!;
  const speakers = sayList(statement.speakers.map((party) => party.name || party.office || strings.unknown)) || strings.facts.unknownSpeaker;
  const whom = item.direction === "a_of_b" ? timeline.b?.name : item.direction === "b_of_a" ? timeline.a.name : null;
  const reporter = statement.reported_by?.type === "person" ? strings.account.reported(statement.reported_by.name) : "";
  const passage = item.passage!;
  return (
    <>
      <a class="headline" href={addresses.document(item.document.id, factHash(statement.id))} data-step>
        {whom ? strings.timeline.speaks(speakers, whom) : speakers}
      </a>
      <blockquote lang={item.document.language ?? ""} dir={directionOf(item.document.language)}>
        {passage.cut_before ? "… " : ""}
        <Marked text={passage.text} marks={passage.marks} />
        {passage.cut_after ? " …" : ""}
      </blockquote>
      <span class="more">
        {[
          strings.account.of(item.document.publisher ?? strings.unknownPublisher, speakers),
          reporter,
          item.statements > 1 ? strings.timeline.statements(item.statements) : "",
          ...statement.topics.map((topic) => nameOf({}, topic)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}

export function TimelineItems({ timeline }: { timeline: Timeline }) {
  return (
    <ol class="timeline-items">
      {timeline.items.map((item) => {
        const day = dayOf(item);
        return (
          <li key={item.document.id + (item.encounter?.id ?? item.statement?.id) + item.direction} class={item.kind} data-row>
            <span class="day">{day ? <Value known={day} short /> : strings.timeline.noDay}</span>
            <KindMark kind={item.kind} />
            <span class="what">{item.statement ? <StatementItem item={item} timeline={timeline} /> : <EncounterItem item={item} />}</span>
          </li>
        );
      })}
    </ol>
  );
}
