import assert from "node:assert/strict";
import { test } from "node:test";

import { canReject, fieldsOf, heldIn, sayValue } from "../src/facts/fields";
import { knowing, lastOf, merged, seenOf, standingOf } from "../src/facts/standing";
import type { Correction } from "../src/types";

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
