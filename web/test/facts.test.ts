import assert from "node:assert/strict";
import { test } from "node:test";

import { Facts } from "../src/facts/facts";
import { filterOf, openTurns, passing, speakersOf, toggledQuery, topicsOf } from "../src/facts/statements";
import { layOut } from "../src/facts/layout";
import { excerpt } from "../src/components/results";
import { changed, only } from "../src/router";
import type { Analysis } from "../src/types";

const text = "😀 Today the Minister met Ana Ruiz.\n\nAna Ruiz said:\n\n- Trade grew by more than 60 per cent.";
const at = (words: string, from = 0) => {
  const begin = [...text.slice(0, text.indexOf(words, from))].length;
  return { begin, end: begin + [...words].length };
};

const analysis: Analysis = {
  schema: "chancery/analysis/1",
  document: { id: "d", source: null, title: "Minister met Ana Ruiz", published: "2017-11-19", language: "en", publisher: "Ministry", country: "AZE", dateline: null, kind: "readout", terms: [] },
  text,
  mentions: [
    { id: "m1", ...at("Ana Ruiz"), type: "person", entity: "e1", form: "name" },
    { id: "m2", begin: 13, end: 21, in: "title", type: "person", entity: "e1", form: "name" },
  ],
  entities: [{ id: "e1", type: "person", name: "Ana Ruiz", names: ["Ana Ruiz", "Ms Ruiz"], country: "ESP", offices: [{ title: "Envoy", country: "ESP", status: "former" }] }],
  times: [{ id: "t1", ...at("Today"), type: "DATE", value: "2017-11-19" }],
  statements: [
    { id: "s1", ...at("Trade grew by more than 60 per cent."), pieces: [], mode: "turn", speaker: "e1", speakers: ["e1"], speaker_span: {}, cue: at("said"), cue_lemma: "say", addressee: null, negated: false, parent: null, topics: [] },
  ],
  points: [],
  events: [
    {
      id: "v1", type: "meeting", subtype: null, main: true, status: "happened", time: { value: "2017-11-19", from: "2017-11-19", to: "2017-11-19", basis: "relative", ...at("Today") },
      place: { name: null, country: null, basis: null }, participants: [{ entity: "e1", role: "guest", side: null, mention: {} }], evidence: [at("Today the Minister met Ana Ruiz.")],
    },
  ],
  figures: [{ id: "f1", ...at("more than 60 per cent"), value: 60, unit: "percent", comparison: "more_than", hedge: {}, time: {}, about: [] }],
  commitments: [],
  courtesies: [],
};

const facts = new Facts(analysis, (code) => ({ ESP: "Spain" })[code] ?? code);

test("spans of code points become spans of units, also after wide characters", () => {
  assert.equal(facts.wordsOf(facts.byId("t1")!.spans[0]!), "Today");
  assert.equal(facts.wordsOf(facts.byId("f1")!.spans[0]!), "more than 60 per cent");
  assert.deepEqual(facts.byId("e1")!.spans.map((span) => [span.part, facts.wordsOf(span)]), [["text", "Ana Ruiz"], ["title", "Ana Ruiz"]]);
  assert.deepEqual(facts.toCodePoints(facts.byId("t1")!.spans[0]!), at("Today"));
  assert.equal(facts.toUnits({}), null);
  assert.equal(facts.toUnits({ begin: 5000, end: 6000 }), null, "a span beyond the text is none");
});

test("a fact says what it is, and what is inferred in it", () => {
  const event = facts.byId("v1")!;
  assert.equal(event.group, "encounter");
  assert.match(event.details.find((detail) => detail.label === "Day")!.items[0]!.inferred!, /publication/);
  assert.deepEqual(event.details.find((detail) => detail.label === "Who")!.items, [{ text: "Ana Ruiz", note: "guest, Envoy (former), Spain", person: "Ana Ruiz" }]);
  assert.ok(!event.details.some((detail) => detail.label === "Place"), "an unknown place is not shown");
  assert.equal(facts.byId("f1")!.title, "more than 60 per cent");
  assert.equal(facts.byId("s1")!.title, "Ana Ruiz");
});

test("the layout sets a turn apart and loses no words", () => {
  const { sections, title } = layOut(facts);
  assert.deepEqual(sections.map((section) => section.turn), [null, facts.byId("s1")!.index]);
  const joined = sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.segments.map((segment) => text.slice(segment.begin, segment.end)))).join("");
  assert.equal(joined.replace(/\s/g, ""), text.replace(/\s/g, ""));
  assert.equal(title.map((segment) => analysis.document.title!.slice(segment.begin, segment.end)).join(""), analysis.document.title);
  const today = sections[0]!.paragraphs[0]!.segments.find((segment) => text.slice(segment.begin, segment.end) === "Today")!;
  assert.ok(today.facts.includes(facts.byId("t1")!.index) && today.facts.includes(facts.byId("v1")!.index));
});

test("an excerpt of a long statement holds the first word found, with its marks moved along", () => {
  const content = `${"😀 words and more words ".repeat(40)}trade is here ${"and on it goes ".repeat(60)}`;
  const begin = [...content.slice(0, content.indexOf("trade"))].length;
  const cut = excerpt(content, [{ begin, end: begin + 5 }]);
  assert.ok(cut.cutBefore && cut.cutAfter);
  assert.equal([...cut.text].slice(cut.marks[0]!.begin, cut.marks[0]!.end).join(""), "trade");
  assert.deepEqual(excerpt("short", []), { text: "short", marks: [], cutBefore: false, cutAfter: false });
});

test("a change of filters goes back to the first page and keeps the rest", () => {
  const query = new URLSearchParams("q=trade&publisher=A&publisher=B&page=3&utm=x");
  assert.equal(changed(query, { publisher: ["A"] }).toString(), "q=trade&utm=x&publisher=A");
  assert.equal(changed(query, { page: "4" }).get("page"), "4");
  assert.equal(only(query, ["q", "page"]).toString(), "q=trade&page=3");
});

/** A turn that holds a quotation with a cue, and a report that is negated and comes first in the list. */
const talk = (): Analysis => {
  const words = "BRANDT: Good day. Lund told me: \"The ferries are late.\" Then the port, he did not confirm, opens.";
  const span = (piece: string) => ({ begin: words.indexOf(piece), end: words.indexOf(piece) + piece.length });
  const one = { pieces: [], speaker: null, cue_lemma: null, addressee: null, negated: false, parent: null, topics: [] };
  return {
    ...analysis,
    document: { ...analysis.document, title: "Brandt" },
    text: words,
    mentions: [], times: [], events: [], figures: [],
    entities: [
      { id: "e1", type: "person", name: "Ola Brandt", names: [], country: null, offices: [] },
      { id: "e2", type: "person", name: "Kari Lund", names: [], country: null, offices: [] },
    ],
    statements: [
      { ...one, id: "s3", begin: span("the port").begin, end: span("opens").end, pieces: [span("the port"), span("opens")], mode: "indirect", speaker: "e2", speakers: ["e2"], cue: span("confirm"), negated: true, addressee: "e1", topics: ["transport", "arms_control"] },
      { ...one, id: "s2", ...span("The ferries are late."), mode: "direct", speaker: "e2", speakers: ["e2"], cue: span("told"), parent: "s1", topics: ["transport"], reported_by: "e1" },
      { ...one, id: "s1", begin: 8, end: span("late.\"").end, mode: "turn", speaker: "e1", speakers: ["e1"], speaker_span: span("BRANDT") },
    ],
  };
};
const said = new Facts(talk(), (code) => code);
const idsOf = (indices: ReadonlySet<number> | null) => [...(indices ?? [])].map((index) => said.list[index]!.id);

test("statements come in the order of the text, one inside another after it", () => {
  assert.deepEqual(said.of("statement").map((fact) => [fact.id, fact.said!.depth]), [["s1", 0], ["s2", 1], ["s3", 0]]);
});

test("a statement says its cue, its pieces, to whom it was said, on what, and in whose account", () => {
  const detail = (id: string, label: string) => said.byId(id)!.details.find((one) => one.label === label)?.items[0]?.text;
  assert.equal(said.byId("s3")!.quote, "the port … opens");
  assert.equal(said.byId("s3")!.note, "“confirm”, reported");
  assert.equal(said.byId("s3")!.said!.negated, true);
  assert.equal(detail("s3", "Said to"), "Ola Brandt");
  assert.equal(detail("s3", "On"), "transport, arms control");
  assert.equal(detail("s2", "Reported by"), "Ola Brandt");
});

test("speakers and topics are counted, each among what the other filter leaves", () => {
  const none = { speakers: [], topics: [] };
  assert.deepEqual(speakersOf(said, none), [{ value: "Kari Lund", count: 2 }, { value: "Ola Brandt", count: 1 }]);
  assert.deepEqual(topicsOf(said, none), [{ value: "transport", count: 2 }, { value: "arms_control", count: 1 }]);
  assert.deepEqual(speakersOf(said, { speakers: ["Ola Brandt"], topics: ["arms_control"] }), [{ value: "Kari Lund", count: 1 }, { value: "Ola Brandt", count: 0 }]);
});

test("a filter leaves the statements of a speaker on a topic, and the turns in which they stand", () => {
  assert.equal(passing(said, { speakers: [], topics: [] }), null);
  const lund = passing(said, { speakers: ["Kari Lund"], topics: [] })!;
  assert.deepEqual(idsOf(lund), ["s2", "s3"]);
  assert.deepEqual(idsOf(openTurns(said, lund)), ["s1"]);
  assert.deepEqual(idsOf(passing(said, { speakers: ["Kari Lund", "Ola Brandt"], topics: [] })), ["s1", "s2", "s3"]);
  assert.deepEqual(idsOf(passing(said, { speakers: ["Kari Lund"], topics: ["arms_control"] })), ["s3"]);
  assert.deepEqual(idsOf(passing(said, { speakers: ["Ola Brandt"], topics: ["transport"] })), []);
});

test("the address holds the filter, each value put in and taken out", () => {
  const query = new URLSearchParams("version=2&speaker=A");
  assert.deepEqual(filterOf(query), { speakers: ["A"], topics: [] });
  assert.equal(String(toggledQuery(query, "speaker", "B")), "version=2&speaker=A&speaker=B");
  assert.equal(String(toggledQuery(query, "speaker", "A")), "version=2");
});

test("a time of day shows its zone, also where it dates an encounter, and a date its calendar", () => {
  const times = [
    { ...analysis.times[0]!, type: "TIME", value: "2017-11-19T10:00", zone: "Europe/Kyiv" },
    { id: "t2", ...at("Ana Ruiz"), type: "DATE", value: null, calendar: "islamic" },
  ];
  const dated = new Facts({ ...analysis, times }, (code) => code);
  const detail = (id: string, label: string) => dated.byId(id)!.details.find((one) => one.label === label)?.items[0]?.text;
  assert.equal(detail("t1", "Time zone"), "time of Kyiv");
  assert.equal(detail("v1", "Time"), "10:00, time of Kyiv");
  assert.equal(detail("t2", "Calendar"), "Islamic, not converted");
  assert.equal(facts.byId("v1")!.details.some((one) => one.label === "Time"), false);
});
