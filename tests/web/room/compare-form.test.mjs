// What is put in to be compared: pasted texts, files, documents of the record, results of a search.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { address, ours, serveCalls, theirs } from "../support/calls.mjs";
import { ask, go, launch, openPage, settled } from "../support/room.mjs";

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
