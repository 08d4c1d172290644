import assert from "node:assert/strict";
import { test } from "node:test";

import { directionOf, isDay, shortened, sayDay, sayDays, sayEventTime, sayFigure, sayList, sayMoment, sayPlace, sayTimex } from "../src/format";

test("days and moments", () => {
  assert.equal(sayDay("2017-11-19"), "19 November 2017");
  assert.equal(sayDay("2017-11-19T19:23"), "19 November 2017");
  assert.equal(sayDay("in autumn"), "in autumn", "what is no day is shown as written");
  assert.equal(sayDay(null), "");
  assert.equal(sayMoment("2017-11-19T19:23"), "19 November 2017, 19:23");
  assert.equal(sayMoment("2017-11-19T00:00"), "19 November 2017");
});

test("a day is one of the calendar", () => {
  assert.ok(isDay("2024-02-29"));
  for (const none of ["2023-02-29", "2024-02-31", "2024-13-01", "2024-1-1", "x", ""]) assert.ok(!isDay(none), none);
});

test("ranges of days say what they share once", () => {
  assert.equal(sayDays("2022-06-01", "2022-06-03"), "1–3 June 2022");
  assert.equal(sayDays("2022-05-30", "2022-06-02"), "30 May – 2 June 2022");
  assert.equal(sayDays("2021-12-30", "2022-01-02"), "30 December 2021 – 2 January 2022");
  assert.equal(sayDays("2022-06-01", "2022-06-01"), "1 June 2022");
});

test("TIMEX3 values in words, unknown ones as they are", () => {
  const pairs: [string, string][] = [
    ["2017", "2017"], ["2017-11", "November 2017"], ["2017-11-20", "20 November 2017"], ["2017-11-20T10:30", "20 November 2017, 10:30"],
    ["2017-11-20TEV", "20 November 2017, evening"], ["2017-Q3", "quarter 3 of 2017"], ["2017-H1", "half 1 of 2017"], ["2017-W07", "week 7 of 2017"],
    ["2017-SU", "summer 2017"], ["201", "the 2010s"], ["P9M", "9 months"], ["PT30M", "30 minutes"], ["P1Y", "1 year"], ["PXD", "some days"],
    ["PAST_REF", "in the past"], ["XXXX-WXX-1", "XXXX-WXX-1"], ["P1Y2M", "P1Y2M"],
    ["2020-01/2020-09", "January 2020 – September 2020"],
    ["2021-03-01/2021-03-04", "1–4 March 2021"],
    ["2019/2021", "2019 – 2021"],
  ];
  for (const [value, said] of pairs) assert.equal(sayTimex(value), said, value);
});

test("the day of an event says how it is known", () => {
  const stated = { value: "2017-11-01", from: "2017-11-01", to: "2017-11-01", basis: "stated" as const };
  assert.deepEqual(sayEventTime(stated), { text: "1 November 2017", inferred: null, short: null });
  const relative = sayEventTime({ ...stated, basis: "relative" });
  assert.match(relative!.inferred!, /publication/);
  const published = sayEventTime({ value: null, from: null, to: "2022-06-15", basis: "published" });
  assert.equal(published!.text, "by 15 June 2022");
  assert.ok(published!.inferred);
  assert.equal(sayEventTime({ value: null, from: null, to: null, basis: null }), null);
  assert.equal(sayEventTime({ value: "2022-06", from: "2022-06-01", to: "2022-06-30", basis: "stated" })!.text, "June 2022");
  assert.equal(sayEventTime(null), null);
});

test("places say their country once, and look assumed where they are", () => {
  const country = (code: string) => (code === "IRN" ? "Iran" : code);
  assert.equal(sayPlace({ name: "Tehran", country: "IRN", basis: "stated" }, country)!.text, "Tehran, Iran");
  assert.equal(sayPlace({ name: "Iran", country: "IRN", basis: "stated" }, country)!.text, "Iran");
  assert.ok(sayPlace({ name: "Tehran", country: null, basis: "assumed" }, country)!.inferred);
  assert.equal(sayPlace({ name: null, country: null, basis: null }, country), null);
});

test("a text is shortened between words, never within a wide character", () => {
  assert.equal(shortened("short", 10), "short");
  assert.equal(shortened("one two three four", 12), "one two …");
  assert.equal(shortened("😀😀😀😀", 3), "😀 …");
});

test("lists and directions", () => {
  assert.equal(sayList([]), "");
  assert.equal(sayList(["A", "B", "C"]), "A, B and C");
  assert.equal(directionOf("ar-EG"), "rtl");
  assert.equal(directionOf("az-Arab"), "rtl");
  assert.equal(directionOf("az"), "ltr");
  assert.equal(directionOf(null), "auto");
});

test("figures in words, with a scale only where it loses nothing", () => {
  const figure = (value: number, more = {}) => sayFigure({ value, unit: null, comparison: "exact", ...more });
  assert.equal(figure(1_310_000_000, { unit: "USD" }), "1.31 billion USD");
  assert.equal(figure(17e12), "17 trillion");
  assert.equal(figure(1_234_567), "1,234,567", "a number that a scale would round stays whole");
  assert.equal(figure(-2_500_000), "-2.5 million");
  assert.equal(figure(5, { value_to: 7, comparison: "between", unit: "percent" }), "between 5 and 7 per cent");
  assert.equal(figure(200, { comparison: "more_than", unit: "people" }), "more than 200 people");
});
