import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { addTo } from "../support/record.mjs";
import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

const ours = {
  id: "ravel-call", title: "President Marlow speaks to Prime Minister Ostrand", date: "2024-05-06", publisher: "Office of the President, Ravel (test)", language: "en",
  text: "President Anna Marlow spoke by telephone with Prime Minister Jonas Ostrand on 6 May 2024.\n\n"
    + "President Marlow raised the blockade of the Lesk strait. The two leaders discussed the reconstruction of the railway bridge at Tolm. They agreed to open 12 "
    + "border crossings by 1 July. President Marlow thanked the Prime Minister for the shelter given to refugees. She warned that the ceasefire in the Ambar valley "
    + "would not hold without observers.\n\nThe call lasted 40 minutes.",
};
const theirs = {
  id: "ostmark-call", title: "Telephone conversation of the Prime Minister", date: "2024-05-07", publisher: "Government Press Office, Ostmark (test)", language: "en",
  text: "Prime Minister Jonas Ostrand had a telephone conversation with President Anna Marlow on 6 May 2024 at the initiative of the President.\n\n"
    + "The Prime Minister and the President discussed the reconstruction of the railway bridge at Tolm. President Marlow raised the restrictions on shipping in the "
    + "Lesk strait. The sides agreed to open 9 border crossings by 1 July. The Prime Minister urged an early meeting of the trade commission. He invited the President "
    + "to visit the winter fair in Ostmark.\n\n"
    + Array.from({ length: 8 }, (_, year) => `The Prime Minister said that the fishing quota of ${2010 + year} had been settled before the autumn of ${2011 + year}, and that the `
      + `universities of the two capitals had exchanged ${40 + year} students. He recalled the visit of the delegation from Ravel to the port of Ostmark.`).join("\n\n"),
};
const address = "/compare?a=ravel-call&b=ostmark-call";

let browser, server, folder, answer;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "chancery-compare-"));
  const texts = join(folder, "calls.jsonl");
  writeFileSync(texts, `${JSON.stringify(ours)}\n${JSON.stringify(theirs)}\n`);
  addTo(join(folder, "calls.db"), [texts]);
  server = await serve(join(folder, "calls.db"));
  browser = await launch();
  answer = await ask(server.address, address);
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
  rmSync(folder, { recursive: true, force: true });
});

const relations = ["same", "differs", "contradicts"];
const linkOf = (relation) => answer.links.find((link) => link.relation === relation);
const label = (side, index) => `${side.toUpperCase()}${index + 1}`;
const focusedLabel = (page) => page.evaluate(() => document.activeElement.textContent);
const held = async (page) => (await page.locator(".compare-bar .letter").first().textContent()).trim();

/** Presses a key and waits until the page has followed it. */
async function press(page, key) {
  await page.keyboard.press(key);
  await settled(page);
  await settled(page);
}

test("the answer has what these tests are about", () => {
  assert.ok(linkOf("same") && linkOf("contradicts"), JSON.stringify(answer.links));
  assert.ok(answer.points_b.length > answer.links.length, "some points have no counterpart");
});

test("both texts stand in their own order with every point marked, and no word is lost", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  for (const [side, given] of [["a", ours], ["b", theirs]]) {
    const points = answer[`points_${side}`];
    const tags = await page.locator(`.col-${side} .tag`).allTextContents();
    assert.deepEqual(tags, points.map((_, index) => label(side, index)));
    const words = await page.locator(`.col-${side} .paragraph`).evaluateAll((all) =>
      all.map((paragraph) => {
        const copy = paragraph.cloneNode(true);
        for (const tag of copy.querySelectorAll(".tag")) tag.remove();
        return copy.textContent;
      }),
    );
    assert.deepEqual(words, given.text.split("\n\n"));
    for (const [index, point] of points.entries()) {
      const marked = await page.locator(`.col-${side} [data-points~="${index}"]`).allTextContents();
      assert.equal(marked.join(""), point.quote);
    }
  }
  assert.match(await page.textContent("h1"), /Office of the President, Ravel \(test\) and Government Press Office, Ostmark \(test\), side by side/);
  await page.close();
});

/** How far each end of each ribbon is from the passage it belongs to, in pixels. */
const strays = (page) =>
  page.evaluate(() => {
    const svg = document.querySelector(".gutter svg").getBoundingClientRect();
    const within = (side, y) => {
      const box = document.querySelector(`.col-${side}`).getBoundingClientRect();
      return Math.min(box.bottom, Math.max(box.top, y));
    };
    return [...document.querySelectorAll(".ribbon")].map((ribbon) => {
      const [ax, ay, , , , , bx, by] = ribbon.querySelector(".band").getAttribute("d").match(/-?[\d.]+/g).map(Number);
      const top = (side) => {
        const index = ribbon.dataset[side === "a" ? "from" : "to"];
        const tops = [...document.querySelectorAll(`.col-${side} [data-points~="${index}"]`)].map((piece) => piece.getBoundingClientRect().top);
        return within(side, Math.min(...tops));
      };
      return { a: Math.abs(svg.top + ay - top("a")), b: Math.abs(svg.top + by - top("b")), reaches: ax === 0 && Math.abs(bx - svg.width) < 1 };
    });
  });

test("a ribbon joins the two passages of each link, also while the short text stays beside the long one", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  assert.equal(await page.locator(".ribbon").count(), answer.links.length);
  for (const y of [0, 700, 1100]) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await settled(page);
    await settled(page);
    const found = await strays(page);
    assert.ok(found.length > 0 && found.every(({ a, b, reaches }) => a < 3 && b < 3 && reaches), `${y}: ${JSON.stringify(found)}`);
  }
  const column = await page.locator(".col-a").boundingBox();
  assert.ok(column.y >= -1 && column.y < 200, `the short text is still to be seen: ${column.y}`);
  assert.equal(await page.getByRole("img", { name: /ribbons between the passages/ }).count(), 1);
  await page.close();
});

test("each kind of link is told by sign, pattern and words, and can be switched off everywhere", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  for (const relation of relations) {
    const count = answer.links.filter((link) => link.relation === relation).length;
    const seen = page.locator(`.ribbon.r-${relation}:visible`);
    assert.equal(await seen.count(), count, relation);
  }
  const dashes = await page.locator(".swatch rect").evaluateAll((all) => all.map((one) => getComputedStyle(one).strokeDasharray + getComputedStyle(one).fill));
  assert.equal(new Set(dashes).size, 3, "the kinds differ by more than their colour");
  await page.getByRole("checkbox", { name: /^contradicts/ }).uncheck();
  assert.equal(await page.locator(".ribbon.r-contradicts:visible").count(), 0);
  assert.ok((await page.locator(".ribbon.r-same:visible").count()) > 0);
  await page.getByRole("button", { name: "List", exact: true }).click();
  assert.equal(await page.locator(".compare-list .r-contradicts").count(), 0);
  await page.getByRole("checkbox", { name: /^contradicts/ }).check();
  assert.ok((await page.locator(".compare-list .r-contradicts").count()) > 0);
  await page.close();
});

test("the keys walk through the points, to the counterpart and back, and to the nearest candidate", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  await page.locator("h1").focus();
  const link = linkOf("same");
  for (let at = 0; at <= link.a; ++at) await press(page, "j");
  assert.equal(await focusedLabel(page), label("a", link.a));
  await press(page, "o");
  assert.equal(await focusedLabel(page), label("b", link.b));
  assert.ok(await page.locator(`.col-b [data-tag="${link.b}"]`).evaluate((tag) => tag.getBoundingClientRect().top >= 0 && tag.getBoundingClientRect().bottom <= innerHeight), "it is in sight");
  await press(page, "o");
  const others = answer.links.filter((one) => one.a === link.a);
  if (others.length === 1) assert.equal(await focusedLabel(page), label("a", link.a), "after the last counterpart comes the point itself");
  await press(page, "k");
  assert.match(await focusedLabel(page), /^A\d+$/);

  const near = answer.nearest.find((one) => one.side === "b");
  if (near) {
    await page.locator(`.col-b [data-tag="${near.point}"]`).click();
    assert.match(await page.textContent(".compare-bar"), /no counterpart found/);
    await press(page, "n");
    assert.ok((await page.locator(`.col-a .near[data-points~="${near.candidate}"]`).count()) > 0);
    assert.match(await page.textContent(".compare-bar"), /per cent alike: not taken for the same/);
  }
  await press(page, "Escape");
  assert.equal(await page.locator(".compare-bar").count(), 0);
  assert.ok(page.url().endsWith(address), "letting go leaves the page as it is");
  await page.close();
});

test("Enter on a point's letter holds it, and shows what contradicts in its words", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const link = linkOf("contradicts");
  await page.locator(`.col-a [data-tag="${link.a}"]`).focus();
  await press(page, "Enter");
  assert.equal(await held(page), label("a", link.a));
  const bar = await page.textContent(".compare-bar");
  assert.match(bar, /contradicts/);
  assert.ok(bar.includes(link.incompatible.a.quote) && bar.includes(link.incompatible.b.quote), bar);
  await press(page, "Enter");
  assert.equal(await held(page), label("b", link.b), "Enter on the point that is held goes to its counterpart");
  await page.close();
});

test("m marks and unmarks the words that differ", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const marked = answer.links.flatMap((link) => link.marks_a).length;
  assert.ok(marked > 0 && (await page.locator(".col-a .diff").count()) >= 1);
  const ground = () => page.locator(".col-a .diff").first().evaluate((piece) => getComputedStyle(piece).backgroundColor);
  const before = await ground();
  await press(page, "m");
  assert.notEqual(await ground(), before);
  assert.equal(await page.getByRole("checkbox", { name: "Mark the words that differ" }).isChecked(), false);
  await page.close();
});

test("on a narrow page each point has its counterparts below it; the list leads into the texts", async () => {
  const page = await openPage(browser, server.address, { viewport: narrow });
  await go(page, address);
  assert.equal(await page.locator(".cols").isVisible(), false);
  const link = answer.links[0];
  const [a, b] = await Promise.all([["a", link.a], ["b", link.b]].map(([side, index]) => page.locator(`.compare-list .side-${side}`, { hasText: answer[`points_${side}`][index].quote }).first().boundingBox()));
  assert.ok(b.y >= a.y + a.height && b.y - a.y - a.height < 120, "directly below");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= narrow.width);
  const alone = answer.points_b.findIndex((_, index) => !answer.links.some((one) => one.b === index));
  assert.match(await page.locator(".compare-list tr", { has: page.getByRole("button", { name: `${label("b", alone)}:` }) }).innerText(), /no counterpart found/);
  await page.getByRole("button", { name: `${label("a", link.a)}: show in the texts` }).click();
  await settled(page);
  assert.ok(await page.locator(".cols").isVisible());
  assert.equal(await held(page), label("a", link.a));
  await page.close();
});

test("the list is exported as CSV with a row for every link and every point left alone", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const rows = readFileSync(await (await waiting).path(), "utf8").trimEnd().split("\r\n");
  const linked = (side) => new Set(answer.links.map((link) => link[side])).size;
  assert.equal(rows.length, 1 + answer.links.length + (answer.points_a.length - linked("a")) + (answer.points_b.length - linked("b")));
  assert.ok(rows.some((row) => row.startsWith("contradicts,") && row.includes(label("a", linkOf("contradicts").a))));
  await page.close();
});

test("what each says of the encounter stands beside the other's, with what neither says", async () => {
  const page = await openPage(browser, server.address);
  await go(page, address);
  const row = (name) => page.locator(".pair-table tr", { has: page.getByRole("rowheader", { name, exact: true }) });
  assert.match(await row("Duration").innerText(), /40 minutes[^]*not said[^]*only A/);
  assert.match(await row("Day").innerText(), /6 May 2024[^]*6 May 2024[^]*the same/);
  assert.match(await page.getByText(/^Neither says:/).textContent(), /level/);
  assert.doesNotMatch(await page.innerText("main"), /omitted|left out by/);
  await page.close();
});

test("paper gets the table, not the ribbons", async () => {
  const page = await openPage(browser, server.address, { colorScheme: "dark" });
  await go(page, address);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const selector of [".cols", ".compare-controls", ".masthead", ".compare-ways"]) assert.equal(await page.locator(selector).isVisible(), false, selector);
  assert.ok(await page.locator(".compare-list").isVisible());
  assert.equal((await page.pdf({ format: "A4" })).subarray(0, 5).toString(), "%PDF-");
  await page.close();
});

const fill = async (page, a, b) => {
  await page.locator('textarea[data-side="a"]').fill(a);
  await page.locator('textarea[data-side="b"]').fill(b);
};
const submit = (page) => page.getByRole("button", { name: "Compare", exact: true }).click();

test("two texts pasted are compared and nothing of them is kept in the record", async () => {
  const page = await openPage(browser, server.address);
  const before = (await ask(server.address, "/status")).status;
  await go(page, "/compare");
  await fill(page, ours.text, theirs.text);
  await page.getByLabel("Published by").first().fill("The Harbour Office");
  await submit(page);
  await page.waitForSelector(".compared");
  assert.match(await page.textContent("h1"), /^The Harbour Office and Second text, side by side$/);
  assert.equal(await page.locator(".ribbon").count(), answer.links.length);
  const after = (await ask(server.address, "/status")).status;
  assert.deepEqual(after, before);
  await page.getByRole("button", { name: "Change the texts" }).click();
  assert.equal(await page.locator('textarea[data-side="b"]').inputValue(), theirs.text);
  await page.close();
});

test("a pasted text outlasts loading the page anew, an empty one is asked for, and nothing is lost", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/compare");
  await page.locator('textarea[data-side="a"]').fill(ours.text);
  await submit(page);
  assert.match(await page.getByRole("alert").innerText(), /Second text is empty/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('textarea[data-side="b"]')));
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('textarea[data-side="a"]').inputValue(), ours.text);
  await go(page, "/ledger");
  await go(page, "/compare");
  assert.equal(await page.locator('textarea[data-side="a"]').inputValue(), ours.text);
  await page.close();
});

test("a text of 10 MB is refused in words and still stands in the form", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/compare");
  const long = `${ours.text}\n\n`.repeat(Math.ceil(10_000_000 / ours.text.length));
  await page.locator('textarea[data-side="b"]').fill(theirs.text);
  await page.locator('textarea[data-side="a"]').evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, long);
  assert.match(await page.getByRole("status").innerText(), /too long for the browser to keep/);
  await submit(page);
  assert.match(await page.getByRole("alert").innerText(), /at most 1,000,000 can be compared/);
  assert.equal(await page.locator('textarea[data-side="a"]').evaluate((field) => field.value.length), long.length);
  assert.equal(await page.locator('textarea[data-side="b"]').inputValue(), theirs.text);
  await page.close();
});

test("a text in another language is answered clearly", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/compare");
  await fill(page, "El presidente conversó por teléfono con el primer ministro sobre la reconstrucción del puente y acordaron abrir doce pasos fronterizos.", theirs.text);
  await submit(page);
  await page.waitForSelector(".compared");
  assert.match(await page.innerText(".compare-notes"), /another language/);
  assert.equal(await page.locator(".ribbon").count(), 0);
  await page.close();
});

test("a file is opened into the form; one that is no text is refused", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/compare");
  const file = page.locator("input[type=file]").first();
  await file.setInputFiles({ name: "call.txt", mimeType: "text/plain", buffer: Buffer.from(`\uFEFF${ours.text}`) });
  await page.waitForFunction((text) => document.querySelector('textarea[data-side="a"]').value === text, ours.text);
  await file.setInputFiles({ name: "call.pdf", mimeType: "application/pdf", buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0, 255, 254]) });
  assert.match(await page.getByRole("alert").innerText(), /no plain text/);
  assert.equal(await page.locator('textarea[data-side="a"]').inputValue(), ours.text, "what stood there stays");
  await page.close();
});

test("a document leads to the comparison, and the other is found by its words", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/documents/ravel-call");
  await page.getByRole("link", { name: "Compare with …" }).click();
  await page.waitForSelector(".draft-document");
  assert.match(await page.innerText(".draft-document"), /President Marlow speaks/);
  const field = page.getByRole("combobox", { name: /document of the record/ });
  await field.fill("winter fair");
  await page.locator(".combobox [role=option]").first().click();
  await submit(page);
  await page.waitForURL((url) => url.search === "?a=ravel-call&b=ostmark-call");
  await page.waitForSelector(".ribbon");
  await page.close();
});

test("a document of the record and a pasted text can be compared", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/compare?a=ravel-call");
  await page.waitForSelector(".draft-document");
  await page.locator('textarea[data-side="b"]').fill(theirs.text);
  await submit(page);
  await page.waitForSelector(".compared");
  assert.match(await page.textContent("h1"), /^Office of the President, Ravel \(test\) and Second text/);
  assert.equal(await page.locator(".ribbon").count(), answer.links.length);
  await page.close();
});

test("two results of a search are chosen and compared", async () => {
  const page = await openPage(browser, server.address);
  await go(page, "/search?q=Tolm");
  for (const title of [ours.title, theirs.title]) await page.getByRole("button", { name: `Compare: ${title}` }).click();
  await page.getByRole("link", { name: "Compare these two" }).click();
  await page.waitForURL((url) => url.pathname === "/compare");
  await page.waitForSelector(".ribbon");
  assert.deepEqual([...new URL(page.url()).searchParams.values()], ["ravel-call", "ostmark-call"]);
  await page.close();
});

test("documents and encounters that the record does not hold, and an encounter with one account, are said to be so", async () => {
  const page = await openPage(browser, server.address, { expected: [/404/] });
  const { encounters } = await ask(server.address, "/encounters");
  const single = encounters.filter((one) => one.accounts === 1).map((one) => `/compare?encounter=${one.id}`);
  for (const path of ["/compare?a=ravel-call&b=nothing", "/compare?encounter=n-nothing", ...single]) {
    await go(page, path);
    assert.match(await page.innerText("main"), /holds no two such accounts/, path);
  }
  await page.close();
});
