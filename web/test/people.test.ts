import assert from "node:assert/strict";
import { test } from "node:test";

import { withGaps } from "../src/components/years";
import { isNamed, plainName } from "../src/people";
import { addresses } from "../src/router";
import type { Party } from "../src/types";

const party = (name: string): Party => ({ entity: null, name, type: "person", country: null, office: null });

test("a name is compared as the record does: without accents and case, by all words asked for", () => {
  assert.equal(plainName("  Şuşa   Əliyeva "), "susa əliyeva");
  assert.ok(isNamed(party("Joseph R. Biden, Jr."), "biden"));
  assert.ok(isNamed(party("José Ruiz"), "Jose Ruiz"));
  assert.ok(!isNamed(party("Bidenko"), "Biden"), "a word is meant whole");
  assert.ok(!isNamed(party("Jill Biden"), "Joe Biden"));
  assert.ok(!isNamed(null, "Biden"));
});

test("years without an encounter stand between those with one, and a slip draws no thousand bars", () => {
  const years = withGaps([{ value: "2022", count: 3 }, { value: "2020", count: 1 }, { value: null, count: 2 }]);
  assert.deepEqual(years, [{ year: 2020, count: 1 }, { year: 2021, count: 0 }, { year: 2022, count: 3 }]);
  assert.deepEqual(withGaps([]), []);
  assert.equal(withGaps([{ value: "0202", count: 1 }, { value: "2020", count: 1 }]).length, 2);
});

test("a pair of countries has one address, and names with any characters keep theirs", () => {
  assert.equal(addresses.pair("UZB", "KAZ"), "/pairs/KAZ/UZB");
  assert.equal(addresses.pair("KAZ", "UZB", new URLSearchParams({ told: "all" })), "/pairs/KAZ/UZB?told=all");
  assert.equal(addresses.person("A/B?"), "/people/A%2FB%3F");
});
