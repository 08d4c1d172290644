// Two accounts of the record side by side: texts, ribbons, keys, list, paper.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { address, ours, serveCalls, theirs } from "../support/calls.mjs";
import { addTo } from "../support/record.mjs";
import { ask, go, launch, narrow, openPage, serve, settled } from "../support/room.mjs";

let browser, server, answer;
before(async () => {
  server = await serveCalls();
  browser = await launch();
  answer = await ask(server.address, address);
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
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

test("what is usual between two countries and missing this time stands under the side that misses it", async () => {
  const usual = "The sides confirmed their mutual interest in further strengthening trade ties and agreed to maintain regular contact.";
  const matters = ["the barley harvest", "copper mining", "ferry timetables", "student exchanges", "vaccine deliveries", "railway gauges", "fishing quotas", "satellite launches", "lighthouse repairs", "timber prices"];
  const call = (id, day, publisher, country, words) => ({
    id, date: day, publisher, country, language: "en", title: "Telephone conversation of the Prime Minister of Norway and the President of Kenya",
    text: `Norwegian Prime Minister Kari Nord spoke by phone with President of Kenya Amina Otieno on ${day}. ${words}`,
  });
  const earlier = matters.map((matter, month) => call(`oslo-${month}`, `2023-${String(month + 1).padStart(2, "0")}-03`, "Government of Norway", "NOR", `They discussed ${matter}. ${usual}`));
  const last = [
    call("oslo-last", "2024-05-03", "Government of Norway", "NOR", "They discussed grain shipments."),
    call("nairobi-last", "2024-05-03", "Presidency of Kenya", "KEN", "The leaders discussed grain shipments."),
  ];
  const folder = mkdtempSync(join(tmpdir(), "chancery-habits-"));
  const texts = join(folder, "habits.jsonl");
  writeFileSync(texts, [...earlier, ...last].map((one) => `${JSON.stringify(one)}\n`).join(""));
  addTo(join(folder, "habits.db"), [texts]);
  const habits = await serve(join(folder, "habits.db"));
  try {
    const given = await ask(habits.address, "/compare?a=oslo-last&b=nairobi-last");
    assert.equal(given.a.dropped.length, 1, JSON.stringify(given.a.dropped));
    assert.deepEqual([given.a.dropped[0].count, given.a.dropped[0].of, given.a.dropped[0].first.day], [10, 10, "2023-01-03"]);
    assert.deepEqual(given.b.dropped, [], "too few earlier releases to say so");
    for (const viewport of [{ width: 1440, height: 900 }, narrow]) {
      const page = await openPage(browser, habits.address, { viewport });
      await go(page, "/compare?a=oslo-last&b=nairobi-last");
      const region = page.getByRole("region", { name: "Usual in earlier releases on these two countries, absent here" });
      assert.equal(await region.count(), 1);
      assert.equal(await page.locator(".whose-text").first().locator(".dropped").count(), 1, "under the side it belongs to");
      assert.match(await region.textContent(), /further strengthening trade ties.* in 10 of 10, first on .*2023, last on .*2023/);
      assert.equal(await region.locator("a").last().getAttribute("href").then((href) => href.includes("oslo-9")), true);
      await page.close();
    }
  } finally {
    assert.equal(await habits.stop(), 0);
    rmSync(folder, { recursive: true, force: true });
  }
});
