import assert from "node:assert/strict";
import { test } from "node:test";

import { carriedOver, saysTheSame, successorOf } from "../src/facts/anew";
import { Facts } from "../src/facts/facts";
import { durationOf, timeFields, withEnd } from "../src/facts/when";
import { canReject, fieldsOf, heldIn, sayValue } from "../src/facts/fields";
import { knowing, lastOf, merged, seenOf, standingOf } from "../src/facts/standing";
import type { Analysis, Correction, Entity, Figure } from "../src/types";

const made = (number: number, more: Partial<Correction>): Correction => ({
  number, batch: number, action: "confirm", kind: "event", document: null, fact: "v-1", field: null, value: null, before: null, person: null, other: null,
  encounter: null, other_encounter: null, label: null, who: "ana", why: null, made: "2026-01-01T00:00:00Z", undone: null, undone_by: null, ...more,
});

test("of changes of one field the last stands, of judgements the last, and nothing that was taken back", () => {
  const all = [
    made(1, { action: "change", field: "type", value: "visit" }),
    made(2, { action: "change", field: "status", value: "planned" }),
    made(3, { action: "change", field: "type", value: "talks" }),
    made(4, {}),
    made(5, { action: "reject", undone: "2026-01-02T00:00:00Z", undone_by: "ben" }),
    made(6, { fact: "s-1" }),
  ];
  assert.deepEqual(standingOf(all).get("v-1")!.map((one) => one.number), [2, 3, 4]);
  assert.deepEqual(standingOf([...all].reverse()).get("v-1")!.map((one) => one.number), [2, 3, 4]);
  assert.equal(seenOf(all, "v-1"), 4);
  assert.equal(seenOf(all, "p-9"), 0);
});

test("an answer that says a correction was taken back replaces the one known", () => {
  const back = made(1, { undone: "2026-01-02T00:00:00Z", undone_by: "ben" });
  const all = merged([made(1, {}), made(2, {})], [back]);
  assert.deepEqual(all, [back, made(2, {})]);
});

test("what somebody did last is a whole batch, and only theirs", () => {
  const all = [made(1, { batch: 7 }), made(2, { batch: 7, fact: "s-1" }), made(3, { batch: 8, who: "ben" })];
  assert.deepEqual(lastOf(all, "ana"), [1, 2]);
  assert.deepEqual(lastOf(all, "ben"), [3]);
  assert.deepEqual(lastOf(all, "cid"), []);
  assert.deepEqual(lastOf([made(1, { undone: "2026-01-02T00:00:00Z" })], "ana"), []);
});

test("who knows the other's correction and keeps their own is not told of it twice", () => {
  const wanted = [{ action: "confirm" as const, document: "d", fact: "v-1", seen: 0 }, { action: "confirm" as const, document: "d", fact: "s-1", seen: 0 }];
  assert.deepEqual(knowing(wanted, made(9, {})).map((one) => one.seen), [9, 0]);
  assert.equal("seen" in knowing(wanted, made(9, { undone: "2026-01-02T00:00:00Z" }))[0]!, false);
});

test("a field is held as the API takes it: nested, yes and no, those named", () => {
  const event = {
    type: "meeting", main: true, time: { from: "2024-03-12", value: null }, place: null, initiator: { entity: "e-1", country: "NOR" },
    participants: [{ entity: "e-1", role: "host", side: null }, { entity: "e-2", role: "guest" }],
  };
  assert.equal(heldIn(event, "main"), "1");
  assert.equal(heldIn(event, "time.from"), "2024-03-12");
  assert.equal(heldIn(event, "time.value"), "");
  assert.equal(heldIn(event, "place.name"), "");
  assert.equal(heldIn(event, "initiator"), "e-1");
  assert.equal(heldIn(event, "participants"), "e-1:host e-2:guest");
  assert.equal(heldIn({ speakers: ["e-1", "e-2"], negated: false }, "speakers"), "e-1 e-2");
  assert.equal(heldIn({ negated: false }, "negated"), "0");
});

test("values are said in words: codes, countries, people by name, nothing as nothing", () => {
  const sayers = { country: (code: string) => (code === "NOR" ? "Norway" : code), entity: (id: string) => (id === "e-1" ? "Ola Brandt" : id) };
  assert.equal(sayValue("v-1", "type", "phone_call", sayers), "Phone call");
  assert.equal(sayValue("v-1", "type", "a_new_code", sayers), "a new code");
  assert.equal(sayValue("v-1", "place.country", "NOR", sayers), "Norway");
  assert.equal(sayValue("v-1", "participants", "e-1:host", sayers), "Ola Brandt (host)");
  assert.equal(sayValue("s-1", "negated", "1", sayers), "yes");
  assert.equal(sayValue("v-1", "place.name", "", sayers), "nothing");
  assert.equal(sayValue("x-1", "unheard_of", "as it is", sayers), "as it is");
});

test("entities are not rejected, and every kind that can be changed has its fields", () => {
  assert.equal(canReject("e-1"), false);
  assert.equal(canReject("s-1"), true);
  for (const letter of "vspfcyet") assert.ok(fieldsOf(`${letter}-1`).length > 0, letter);
});

test("a day corrected once takes the rest of its time along", () => {
  const day = { from: "2024-03-12", to: "2024-03-12", value: "2024-03-12" };
  assert.deepEqual(withEnd(day, "from", "2024-03-14"), { from: "2024-03-14", to: "2024-03-14", value: "2024-03-14" });
  assert.deepEqual(withEnd(day, "from", "2024-03-10"), { from: "2024-03-10", to: "2024-03-10", value: "2024-03-10" });
  assert.deepEqual(withEnd(day, "to", "2024-03-14"), { from: "2024-03-12", to: "2024-03-14", value: "" });
  assert.deepEqual(withEnd(day, "to", "2024-03-01"), { from: "2024-03-01", to: "2024-03-01", value: "2024-03-01" });
  assert.deepEqual(withEnd({ from: "2024-03-12", to: "2024-03-14", value: "" }, "from", "2024-03-13"), { from: "2024-03-13", to: "2024-03-14", value: "" });
  assert.deepEqual(withEnd({ from: "", to: "2025-01-01", value: "2025-01-01" }, "to", "2025-06-01"), { from: "", to: "2025-06-01", value: "2025-06-01" });
  assert.deepEqual(withEnd({ from: "", to: "", value: "" }, "from", "2024-03-12"), { from: "2024-03-12", to: "2024-03-12", value: "2024-03-12" });
  // What was written of it is more than a day, and stays.
  assert.equal(withEnd({ from: "2024-03-11", to: "2024-03-17", value: "2024-W11" }, "to", "2024-03-16").value, "2024-W11");
  assert.equal(timeFields("due.to")?.value, "due.value");
  assert.equal(timeFields("from")?.to, "to");
  assert.equal(timeFields("value_to"), null);
});

test("a length of time is typed as people say it", () => {
  const known: Record<string, string> = {
    "45": "PT45M", "45 min": "PT45M", "1:30": "PT1H30M", "2:00": "PT2H", "1 hour 30 minutes": "PT1H30M", "an hour": "an hour", "2 days": "P2D",
    "1 hour and 5 mins": "PT1H5M", "3 weeks": "P3W", "2 months": "P2M", "1.5 h": "PT1.5H", PT50M: "PT50M", "3 fortnights": "3 fortnights", "": "",
  };
  for (const [words, value] of Object.entries(known)) assert.equal(durationOf(words), value, words);
});

const analysisOf = (text: string, more: Partial<Analysis>): Analysis => ({
  schema: "chancery/analysis/1",
  document: { id: "d", source: null, title: "", published: null, language: "en", publisher: null, country: null, dateline: null, kind: "readout", terms: [] },
  text, mentions: [], entities: [], times: [], statements: [], points: [], events: [], figures: [], commitments: [], courtesies: [], ...more,
});
const figure = (id: string, begin: number, end: number, more: Partial<Figure> = {}): Figure => ({ id, begin, end, value: 5, unit: "percent", comparison: "exact", ...more });
const person = (id: string, name: string): Entity => ({ id, type: "person", name, names: [name], country: null, offices: [] });

test("a fact of a document read anew says the same, or is found again by its words", () => {
  assert.ok(saysTheSame("f-1", figure("f-1", 0, 9), figure("f-1", 0, 9, { hedge: { begin: 0, end: 5 } })));
  assert.equal(saysTheSame("f-1", figure("f-1", 0, 9), figure("f-1", 0, 9, { value: 6 })), false);
  assert.equal(saysTheSame("f-1", figure("f-1", 0, 9), undefined), false);
  // The queue has numbers as text, and people by name.
  assert.ok(saysTheSame("f-1", { value: "5.0", unit: "percent", comparison: "exact", speaker: [{ id: "e-1", name: "Ola Brandt" }] }, figure("f-1", 0, 9, { speaker: "e-1" })));

  const before = new Facts(analysisOf("Trade grew by 5 per cent, Ola Brandt said.", { figures: [figure("f-1", 14, 24)], entities: [person("e-1", "Ola Brandt")] }), (code) => code);
  const after = new Facts(analysisOf("Yesterday trade grew by 5 per cent, Ola Brandt said; 5 per cent.", { figures: [figure("f-8", 24, 34), figure("f-9", 53, 63)], entities: [person("e-7", "Ola Brandt")] }), (code) => code);
  assert.equal(successorOf("f-1", before, after), "f-8");
  assert.equal(successorOf("f-1", before, before), "f-1");
  const wanted = [{ action: "change" as const, document: "d", fact: "f-1", field: "speaker", value: "e-1", why: "she does", seen: 0 }];
  assert.deepEqual(carriedOver(wanted, before, after), [{ ...wanted[0], fact: "f-8", value: "e-7" }]);
  const without = new Facts(analysisOf("Trade grew by 5 per cent.", { figures: [figure("f-8", 14, 24)] }), (code) => code);
  assert.equal(carriedOver(wanted, before, without), null, "she is not named any more");
  assert.equal(carriedOver(wanted, before, new Facts(analysisOf("Trade grew.", {}), (code) => code)), null, "the figure is gone");
});
