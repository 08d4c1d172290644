import assert from "node:assert/strict";
import { test } from "node:test";

import { withGaps } from "../src/components/years";
import { isKey, isPerson, plainName } from "../src/people";
import { addresses } from "../src/router";
import type { Party } from "../src/types";

const party = (name: string): Party => ({ entity: null, name, type: "person", country: null, office: null });

test("a person is told by key, and by name only where there is none", () => {
  const asked = (name: string, key = "") => ({ key, name });
  assert.equal(plainName("  Şuşa   Əliyeva "), "susa əliyeva");
  assert.ok(isPerson(party("Joseph R. Biden, Jr."), asked("biden")));
  assert.ok(isPerson(party("José Ruiz"), asked("Jose Ruiz")));
  assert.ok(!isPerson(party("Bidenko"), asked("Biden")), "a word is meant whole");
  assert.ok(!isPerson(party("Jill Biden"), asked("Joe Biden")));
  assert.ok(!isPerson(null, asked("Biden")));
  assert.ok(isPerson({ ...party("The President"), person: "w-1a" }, asked("Ada Nord", "w-1a")));
  assert.ok(!isPerson({ ...party("Ada Nord"), person: "w-2b" }, asked("Ada Nord", "w-1a")), "a namesake");
  assert.ok(isKey("w-ckpdrhferfw0r") && !isKey("W-shaped") && !isKey("w-Ruiz"));
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
