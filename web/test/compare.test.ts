import assert from "node:assert/strict";
import { test } from "node:test";

import type { CompareAnswer, ComparedPoint, ComparedText, Link, Relation } from "../src/compare/answer";
import { Comparison, labelOf } from "../src/compare/comparison";
import { linksCsv } from "../src/compare/csv";
import { layOutSide } from "../src/compare/layout";
import { band, spread } from "../src/compare/ribbons";
import { sayPlace, wordsOf } from "../src/compare/words";

const textA = "President Ilves raised the 🚢 grain corridor.\n\nHe thanked the host.";
const textB = "The two spoke of the corridor for grain. Minister Odum urged talks.";

function side(text: string, publisher: string | null): ComparedText {
  const length = { characters: text.length, words: text.split(" ").length, sentences: 2, points: 2, statements: 0 };
  return { document: null, title: null, publisher, country: null, published: null, text, language: "en", length, passage: null, dropped: [] };
}

function point(text: string, words: string, act: string, holders: string[] = []): ComparedPoint {
  const at = text.indexOf(words);
  const begin = [...text.slice(0, at)].length;
  return { id: words, kind: "point", begin, end: begin + [...words].length, quote: words, act, holders, topic: null, negated: false, prominence: null };
}

function link(a: number, b: number, relation: Relation, more: Partial<Link> = {}): Link {
  return { a, b, relation, confidence: 0.5, why: ["topic"], marks_a: [], marks_b: [], names: [], ...more };
}

function compared(links: Link[]): Comparison {
  const answer: CompareAnswer = {
    a: side(textA, "Office of the President, Tallin (test)"),
    b: side(textB, null),
    points_a: [point(textA, "the 🚢 grain corridor", "raised", ["Ilves"]), point(textA, "the host", "thanked")],
    points_b: [point(textB, "the corridor for grain", "discussed"), point(textB, "talks", "urged", ["Odum"])],
    links,
    nearest: [{ side: "a", point: 1, candidate: 1, similarity: 0.21 }],
    facts: [], figures: [], commitments: [], notes: [],
  };
  return new Comparison(answer);
}

test("a point is of the gravest kind among its links, and of none without one", () => {
  const comparison = compared([link(0, 0, "same"), link(0, 1, "contradicts")]);
  assert.equal(comparison.kindOf({ side: "a", index: 0 }), "contradicts");
  assert.equal(comparison.kindOf({ side: "b", index: 0 }), "same");
  assert.equal(comparison.kindOf({ side: "a", index: 1 }), "alone");
  assert.deepEqual(comparison.counts(), { same: 1, differs: 0, contradicts: 1, alone: 1 });
  assert.deepEqual(comparison.linksOf({ side: "a", index: 0 }), [0, 1]);
  assert.deepEqual(comparison.counterpart(1, "b"), { side: "a", index: 0 });
  assert.equal(comparison.nearestOf({ side: "a", index: 1 })?.candidate, 1);
  assert.equal(comparison.nearestOf({ side: "b", index: 1 }), undefined);
});

test("a side that names no publisher has a name all the same", () => {
  assert.equal(compared([]).publisher("b"), "Second text");
  assert.equal(labelOf({ side: "b", index: 4 }), "B5");
});

test("what a listener hears of a point tells its counterpart, or that none was found", () => {
  const comparison = compared([link(0, 0, "differs")]);
  assert.equal(sayPlace(comparison, { side: "a", index: 0 }), "A1: Raised, Ilves; worded differently B1");
  assert.equal(sayPlace(comparison, { side: "b", index: 1 }), "B2: Urged, Odum; no counterpart found");
});

test("the words of a text are all there, each point at its words and opened once", () => {
  const comparison = compared([link(0, 0, "differs", { marks_a: [{ begin: 31, end: 36 }] })]);
  const { paragraphs, unplaced } = layOutSide(comparison, "a");
  assert.deepEqual(paragraphs.map((pieces) => pieces.map((piece) => piece.words).join("")), textA.split("\n\n"));
  const words = (index: number) => paragraphs.flat().filter((piece) => piece.points.includes(index)).map((piece) => piece.words).join("");
  assert.equal(words(0), "the 🚢 grain corridor");
  assert.equal(words(1), "the host");
  assert.deepEqual(paragraphs.flat().flatMap((piece) => piece.opens), [0, 1]);
  const differs = paragraphs.flat().filter((piece) => piece.differs.includes(0)).map((piece) => piece.words).join("");
  assert.equal(differs, [...textA].slice(31, 36).join(""));
  assert.deepEqual(unplaced, []);
});

test("a point of the title is not looked for in the text", () => {
  const comparison = compared([]);
  comparison.answer.points_b[0] = { ...comparison.answer.points_b[0]!, in: "title", begin: 0, end: 4, quote: "Talk" };
  comparison.answer.b.title = "Talks";
  assert.deepEqual(layOutSide(comparison, "b").unplaced, [0]);
  assert.equal(wordsOf(comparison, { side: "b", index: 0 }).text, "Talk");
});

test("marks within the words of a point count from its beginning", () => {
  const comparison = compared([]);
  const { text, within } = wordsOf(comparison, { side: "a", index: 0 });
  const begin = comparison.point({ side: "a", index: 0 }).begin;
  const [mark] = within([{ begin: begin + 6, end: begin + 11 }, { begin: 0, end: 3 }]);
  assert.equal([...text].slice(mark!.begin, mark!.end).join(""), "grain");
});

test("the table as CSV has a row for each link and for each point left alone, and no formulas", () => {
  const comparison = compared([link(0, 0, "same")]);
  comparison.answer.points_b[1]!.quote = '=talks, "now"\nand later';
  const rows = linksCsv(comparison).split("\r\n");
  assert.equal(rows.pop(), "");
  assert.equal(rows.length, 4);
  const columns = rows[0]!.split(",");
  assert.deepEqual(columns.slice(0, 3), ["relation", "a", "a_kind"]);
  assert.match(rows[1]!, /^same,A1,point,raised,Ilves,,false,23,43,the 🚢 grain corridor,B1,/);
  assert.match(rows[2]!, /^none found,A2,.*,B2,0\.21,/);
  assert.match(rows[3]!, /^none found,,.*"'=talks, ""now"" and later"/);
});

test("labels keep their order, stand apart, and move as little as they can", () => {
  assert.deepEqual(spread([10, 50, 90], 20), [10, 50, 90]);
  assert.deepEqual(spread([50, 50, 50], 20), [30, 50, 70]);
  assert.deepEqual(spread([90, 10, 12], 20), [90, 1, 21]);
  const many = spread(Array.from({ length: 200 }, (_, index) => (index * 37) % 300), 19);
  const sorted = [...many].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; ++i) assert.ok(sorted[i]! - sorted[i - 1]! >= 19 - 1e-6);
  assert.deepEqual(spread([], 20), []);
});

test("a ribbon reaches from edge to edge and is never too thin to see", () => {
  assert.equal(band({ top: 0, bottom: 20 }, { top: 100, bottom: 130 }, 100), "M0,0 C50,0 50,100 100,100 L100,130 C50,130 50,20 0,20Z");
  assert.match(band({ top: 10, bottom: 10 }, { top: 10, bottom: 10 }, 100), /^M0,8 .* L100,12 /);
});
