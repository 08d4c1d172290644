import assert from "node:assert/strict";
import { test } from "node:test";

import { paragraphs, sections, type Turn } from "../src/text/blocks";
import { CodePoints } from "../src/text/codepoints";
import { surroundings } from "../src/text/surroundings";
import { layoutMarks, withoutMarks } from "../src/text/markup";
import { piecesOf } from "../src/text/highlights";
import { originalLink, passageHash, readHash } from "../src/text/passage";
import { segmentsOf, sortMarks } from "../src/text/segments";

test("code points and units are the same where no character is wide", () => {
  const points = new CodePoints("Ağdam – Şuşa");
  assert.equal(points.length, 12);
  for (const at of [0, 5, 12]) {
    assert.equal(points.toUnits(at), at);
    assert.equal(points.toCodePoints(at), at);
  }
});

test("a wide character counts once as a code point and twice as units", () => {
  const text = "a𝄞b😀😀c";
  const points = new CodePoints(text);
  assert.equal(points.length, [...text].length);
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map((at) => points.toUnits(at)), [0, 1, 3, 4, 6, 8, 9]);
  for (let at = 0; at <= points.length; ++at) assert.equal(points.toCodePoints(points.toUnits(at)), at);
  assert.equal(points.toCodePoints(2), 1, "inside a pair is its beginning");
});

test("code points agree with the spread of any mixed text", () => {
  const parts = ["é", "𐍈", "ж", "👩‍👧", "x", "漢", "🇦🇿", "\n"];
  let seed = 7;
  const next = (limit: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
  for (let round = 0; round < 50; ++round) {
    const text = Array.from({ length: next(40) }, () => parts[next(parts.length)]).join("");
    const all = [...text];
    const points = new CodePoints(text);
    assert.equal(points.length, all.length);
    for (let at = 0; at <= all.length; ++at) assert.equal(points.toUnits(at), all.slice(0, at).join("").length);
  }
});

test("pieces of a snippet join to the snippet, whatever the ranges", () => {
  const text = "trade 😀 and trade";
  const ranges = [{ begin: 12, end: 17 }, { begin: 0, end: 5 }, { begin: 3, end: 8 }, { begin: 16, end: 99 }, { begin: 4, end: 4 }];
  const pieces = piecesOf(text, ranges);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
  assert.deepEqual(pieces.filter((piece) => piece.found).map((piece) => piece.text), ["trade", " 😀 ", "trade"]);
  assert.deepEqual(piecesOf("", [{ begin: 0, end: 1 }]), []);
});

test("segments are cut where marks begin and end, innermost last", () => {
  const marks = sortMarks([{ begin: 3, end: 7, fact: 1 }, { begin: 0, end: 5, fact: 0 }, { begin: 4, end: 5, fact: 2 }, { begin: 6, end: 6, fact: 3 }]);
  assert.deepEqual(segmentsOf(0, 9, marks), [
    { begin: 0, end: 3, facts: [0] },
    { begin: 3, end: 4, facts: [0, 1] },
    { begin: 4, end: 5, facts: [0, 1, 2] },
    { begin: 5, end: 7, facts: [1] },
    { begin: 7, end: 9, facts: [] },
  ]);
  assert.deepEqual(segmentsOf(5, 6, marks), [{ begin: 5, end: 6, facts: [1] }], "marks outside do not matter");
});

test("paragraphs leave blank lines out and keep single line ends", () => {
  const text = "\r\n  One\r\nstill one \r\n \t\r\n\r\nTwo\n\n\nThree";
  assert.deepEqual(paragraphs(text).map(({ begin, end }) => text.slice(begin, end)), ["One\r\nstill one", "Two", "Three"]);
  assert.deepEqual(paragraphs(""), []);
  assert.deepEqual(paragraphs(" \n \n"), []);
});

function said(text: string, turns: Turn[]): [number | null, string[]][] {
  return sections(text, turns).map((section) => [section.turn?.fact ?? null, section.blocks.map(({ begin, end }) => text.slice(begin, end))]);
}

function turn(text: string, words: string, fact: number, label?: string): Turn {
  const begin = text.indexOf(words);
  const at = label ? text.indexOf(label) : -1;
  return { begin, end: begin + words.length, fact, ...(label ? { label: { begin: at, end: at + label.length } } : {}) };
}

test("a turn takes its paragraphs, its opening dash, and nothing of what stands around it", () => {
  const text = "X said:\n\n- Dear guest, welcome.\n\nSit down.\n\nY answered:\n\n- Thank you.\n\nThey left.";
  assert.deepEqual(said(text, [turn(text, "Dear guest, welcome.\n\nSit down.", 0), turn(text, "Thank you.", 1)]), [
    [null, ["X said:"]],
    [0, ["- Dear guest, welcome.", "Sit down."]],
    [null, ["Y answered:"]],
    [1, ["- Thank you."]],
    [null, ["They left."]],
  ]);
});

test("turns in one paragraph are parted, each with its label", () => {
  const text = "Opening words. Vladimir Putin: Good day. Xi Jinping (via interpreter): Likewise. The end.";
  assert.deepEqual(said(text, [turn(text, "Good day.", 0, "Vladimir Putin"), turn(text, "Likewise.", 1, "Xi Jinping (via interpreter)")]), [
    [null, ["Opening words."]],
    [0, ["Vladimir Putin: Good day."]],
    [1, ["Xi Jinping (via interpreter): Likewise."]],
    [null, ["The end."]],
  ]);
});

test("no word of a text is lost or doubled by its sections", () => {
  const text = "A.\n\n“One. Two.\n\nThree,” he said.\n\nB: four. C: five.\n\nEnd";
  const turns = [turn(text, "One. Two.\n\nThree,", 0), turn(text, "four.", 1, "B"), turn(text, "five.", 2, "C"), turn(text, "ve.", 3)];
  const joined = sections(text, turns).flatMap((section) => section.blocks.map(({ begin, end }) => text.slice(begin, end))).join("");
  assert.equal(joined.replace(/\s/g, ""), text.replace(/\s/g, ""));
});

test("a link to a passage reads back as it was written", () => {
  assert.equal(passageHash({ begin: 120, end: 180 }), "#char=120,180");
  assert.deepEqual(readHash("#char=120,180"), { kind: "passage", span: { begin: 120, end: 180, in: "text" } });
  assert.deepEqual(readHash(passageHash({ begin: 0, end: 9, in: "title" })), { kind: "passage", span: { begin: 0, end: 9, in: "title" } });
  assert.deepEqual(readHash("#fact=s-1%2Fa"), { kind: "fact", id: "s-1/a" });
  for (const bad of ["", "#", "#char=9,9", "#char=9,3", "#char=a,b", "#fact=%", "#content"]) assert.equal(readHash(bad), null);
});

test("a link into the original names the words and those around them", () => {
  const text = "He sends you his warmest greetings. Again.";
  const begin = text.indexOf("his");
  assert.equal(
    originalLink("https://example.org/a#top", text, begin, begin + "his warmest greetings".length),
    "https://example.org/a#:~:text=He%20sends%20you-,his%20warmest%20greetings,-.%20Again.",
  );
});

test("what the directive's own syntax uses is encoded, and a long passage is named by its ends", () => {
  const text = "First.\n\nOne, two - three & more of it in a long enough sentence to be cut.\nLast line of words here now.\n\nAfter.";
  const begin = text.indexOf("One");
  const end = text.indexOf("now.") + 4;
  assert.equal(
    originalLink("http://example.org/", text, begin, end),
    "http://example.org/#:~:text=One%2C%20two%20%2D%20three%20%26,line%20of%20words%20here%20now.",
  );
});

test("marks of layout are found, and struck words reach to their end within the paragraph", () => {
  const text = "We met <s>Xi</s> [Li]. **Note** <!-- --> 2 * 3 <script> <s>open";
  assert.deepEqual(layoutMarks(text).map(({ begin, end, kind }) => [text.slice(begin, end), kind]), [
    ["<s>", "mark"], ["Xi", "struck"], ["</s>", "mark"], ["**", "mark"], ["**", "mark"], ["<!-- -->", "mark"], ["<s>", "mark"],
  ]);
  assert.equal(layoutMarks("<s>a\n\nb</s>").filter(({ kind }) => kind === "struck").length, 0);
  assert.equal(withoutMarks("<!-- --> - **Trade**"), " - Trade");
});

test("only web addresses have a link into the original", () => {
  for (const url of [null, "", "file:///etc/passwd", "javascript:alert(1)", "seed/000.txt"]) assert.equal(originalLink(url, "words", 0, 5), null);
  assert.equal(originalLink("https://example.org/", "  \n ", 0, 4), null);
});

test("words are shown within their sentence, in code points, and never beyond their line", () => {
  const text = "😀 First line.\nMr. Brandt arrived. He met Minister Lund in Oslo on 3.5 matters! Then he left.\nAnother line.";
  const at = [...text].join("").indexOf("Minister Lund");
  const begin = [...text.slice(0, at)].length;
  assert.deepEqual(surroundings(text, { begin, end: begin + 13 }), { before: "He met ", words: "Minister Lund", after: " in Oslo on 3.5 matters!" });
  assert.deepEqual(surroundings("He left.", { begin: 0, end: 8 }), { before: "", words: "He left.", after: "" });
  assert.equal(surroundings("short", { begin: 4, end: 40 }), null);
  const long = `${"word ".repeat(200)}HERE${" word".repeat(200)}`;
  const cut = surroundings(long, { begin: 1000, end: 1004 })!;
  assert.ok(cut.before.startsWith("… word") && cut.after.endsWith("word …") && cut.before.length < 410 && cut.after.length < 410);
});
