// Encounters told by several accounts: joined and parted by keyboard, taken back, compared two by two.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { violations } from "../support/axe.mjs";
import { copyOfRecord } from "../support/copy.mjs";
import { addTo, program } from "../support/record.mjs";
import { ask, go, launch, narrow, openPage, serve, settled, wide } from "../support/room.mjs";

// One call told by three, and another of the same two a few days later.
const told = [
  { id: "call-a", date: "2025-02-04", publisher: "Office of the President, Ravel (test)", country: "EST", title: "President Kask spoke with Prime Minister Aaltonen",
    text: "President of Estonia Maarja Kask spoke by phone with the Prime Minister of Finland, Outi Aaltonen, on 4 February 2025. They discussed the ferry link and the price of transit. President Kask said that Estonia would open a second terminal in May." },
  { id: "call-b", date: "2025-02-04", publisher: "Prime Minister’s Office, Halla (test)", country: "FIN", title: "Prime Minister Aaltonen in a call with President Kask",
    text: "Prime Minister of Finland Outi Aaltonen had a telephone conversation with the President of Estonia, Maarja Kask, on 4 February 2025. The leaders discussed the ferry link and the security of cables in the Gulf of Finland. Prime Minister Aaltonen thanked President Kask." },
  { id: "call-c", date: "2025-02-05", publisher: "Embassy of Finland, Ravel (test)", country: "FIN", title: "Prime Minister Aaltonen spoke with President Kask on cables",
    text: "The Prime Minister of Finland, Outi Aaltonen, spoke by phone with the President of Estonia, Maarja Kask, on 4 February 2025. They agreed to set up a working group on cables in the Gulf of Finland." },
  { id: "call-later", date: "2025-02-09", publisher: "Office of the President, Ravel (test)", country: "EST", title: "President Kask spoke with Prime Minister Aaltonen again",
    text: "President of Estonia Maarja Kask spoke by phone with the Prime Minister of Finland, Outi Aaltonen, on 9 February 2025. They returned to the ferry link." },
];

let browser, server, copy, call, later;
before(async () => {
  copy = copyOfRecord();
  const file = join(copy.folder, "calls.jsonl");
  writeFileSync(file, told.map((one) => `${JSON.stringify({ language: "en", ...one })}\n`).join(""));
  addTo(copy.record, [file]);
  server = await serve(copy.record);
  browser = await launch();
  const { encounters } = await ask(server.address, "/encounters?person=Kask&limit=20");
  call = encounters.find((one) => one.accounts > 1);
  later = encounters.find((one) => one.document.id === "call-later");
  assert.ok(call && later, "the call is told by several, the later one by itself");
  assert.equal(call.accounts, 3);
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0);
  copy.remove();
});

const view = (id) => ask(server.address, `/encounters/${encodeURIComponent(id)}`);
const pathOf = (id) => `/encounters/${encodeURIComponent(id)}`;
const log = async () => (await ask(server.address, "/corrections?kind=encounter&limit=100")).corrections;

/** By the Tab key alone, as who has no pointer gets there. */
async function tabTo(page, target) {
  const wanted = await target.elementHandle();
  assert.ok(wanted);
  for (let pressed = 0; pressed < 400; ++pressed) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("the Tab key does not get there");
}

async function opened(id, options) {
  const page = await openPage(browser, server.address, options);
  await go(page, pathOf(id));
  await page.waitForSelector(".joining .who-asks button");
  return page;
}

test("an account is parted by keyboard with a reason, which can be taken back and done again", async () => {
  const page = await opened(call.id);
  const parts = page.locator(".part-ways button");
  assert.equal(await parts.count(), 3);
  await tabTo(page, page.getByRole("button", { name: /^Part the account of Embassy of Finland/ }));
  await page.keyboard.press("Enter");
  await page.waitForSelector(".reason-confirm");
  // Escape closes the form and nothing else.
  await tabTo(page, page.getByLabel("Reason"));
  await page.keyboard.press("Escape");
  await page.waitForSelector(".reason-confirm", { state: "detached" });
  assert.match(page.url(), /\/encounters\//);
  assert.equal((await log()).length, 0);

  await tabTo(page, page.getByRole("button", { name: /^Part the account of Embassy of Finland/ }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Reason"));
  await page.keyboard.type("the embassy means another call");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /^Parted/.test(document.activeElement?.textContent ?? ""), null, { timeout: 15_000 });
  await page.waitForFunction(() => document.querySelectorAll(".part-ways li").length === 2);
  const [kept] = await log();
  assert.deepEqual([kept.action, kept.document.id, kept.why, kept.undone], ["part_account", "call-c", "the embassy means another call", null]);
  assert.match(await page.textContent(".said"), /Parted:.*“the embassy means another call”/s);
  assert.equal((await view(call.id)).accounts, 2);

  // Its own page says the same.
  await page.getByRole("link", { name: /^its own encounter/ }).click();
  await page.waitForURL((url) => url.pathname === pathOf(kept.other_encounter));
  await page.waitForSelector(".said li");
  assert.match(await page.textContent(".whose"), /Embassy of Finland/);
  await page.goBack();

  await page.waitForSelector(".said li");
  await tabTo(page, page.getByRole("button", { name: /^Take back: Parted/ }));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".part-ways li").length === 3);
  assert.match(await page.textContent(".joining [role=status].desk-said"), /^Taken back: Parted/);
  assert.match(await page.textContent(".said li"), /taken back by/);
  assert.equal((await view(call.id)).accounts, 3);
  await tabTo(page, page.getByRole("button", { name: /^Do it again: Parted/ }));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".part-ways li").length === 2);
  await page.getByRole("button", { name: /^Take back: Parted/ }).click();
  await page.waitForFunction(() => document.querySelectorAll(".part-ways li").length === 3);
  await page.close();
});

test("what the program takes for two is joined by keyboard, and its old address leads to the same", async () => {
  const page = await opened(call.id);
  const proposed = page.locator(".candidate").filter({ hasText: "9 February" });
  if ((await proposed.count()) > 0) {
    assert.match(await proposed.textContent(), /For it:.*Against it:/s);
    await tabTo(page, proposed.getByRole("button", { name: /^Join with this encounter/ }));
    await page.keyboard.press("Enter");
  } else {
    await tabTo(page, page.getByRole("button", { name: /^Join with another/ }));
    await page.keyboard.press("Enter");
    await page.waitForSelector(".join-others input");
    assert.ok(await page.locator(".reason-confirm button[type=submit]").isDisabled(), "nothing is chosen yet");
    await tabTo(page, page.locator(".join-others input").first());
    await page.keyboard.press("Space");
    assert.match(await page.textContent(".reason-confirm button[type=submit]"), /^Join with: .*9 February 2025: .*Kask/);
  }
  await tabTo(page, page.getByLabel("Reason"));
  await page.keyboard.type("one call, told twice");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".part-ways li").length === 4);
  await page.waitForFunction(() => /^Joined\. All/.test(document.activeElement?.textContent ?? ""));
  const [kept] = await log();
  assert.deepEqual([kept.action, kept.why], ["join_encounters", "one call, told twice"]);
  assert.equal((await view(later.id)).id, (await view(call.id)).id);
  assert.match(await page.textContent(".joined-by"), /joined by .*one call, told twice/);
  assert.match(await page.textContent(".said li"), /Joined: phone_call 2025-02-09 .* = phone_call 2025-02-04/);
  await page.getByRole("button", { name: /^Take back: Joined/ }).click();
  await page.waitForFunction(() => document.querySelectorAll(".part-ways li").length === 3);
  assert.notEqual((await view(later.id)).id, (await view(call.id)).id);
  await page.close();
});

test("an encounter of one account is joined with another of these days", async () => {
  const page = await opened(later.id);
  await page.getByRole("button", { name: /^Join with another/ }).click();
  const others = page.locator(".join-others label");
  await others.first().waitFor();
  assert.deepEqual((await others.allTextContents()).map((text) => /4 February 2025/.test(text)), [true]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.waitForSelector(".join-others", { state: "detached" });
  await page.close();
});

test("what could not be kept says so, and what was entered stays", async () => {
  const page = await opened(call.id, { expected: [/Failed to load resource/] });
  await page.getByRole("button", { name: /^Part the account of Embassy/ }).click();
  await page.getByLabel("Reason").fill("another call");
  await page.route("**/api/v1/corrections", (route) => route.abort());
  await page.getByRole("button", { name: "Part this account" }).click();
  await page.waitForSelector(".reason-confirm .failed");
  assert.match(await page.textContent(".failed"), /Not kept.*did not answer/);
  assert.equal(await page.getByLabel("Reason").inputValue(), "another call");
  await page.unroute("**/api/v1/corrections");
  // Somebody else has parted it meanwhile: there is nothing to part from.
  const account = (await view(call.id)).all_accounts.filter((one) => one.document.id !== "call-c");
  for (const one of account) await correct({ action: "part_account", document: one.document.id, fact: one.event });
  await page.getByRole("button", { name: "Part this account" }).click();
  await page.waitForFunction(() => /only account/.test(document.querySelector(".reason-confirm .failed")?.textContent ?? ""));
  assert.equal(await page.getByLabel("Reason").inputValue(), "another call");
  await undoAll();
  await page.close();
});

async function correct(one) {
  const response = await fetch(`${server.address}/api/v1/corrections`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ corrections: [one] }) });
  assert.equal(response.status, 200, await response.clone().text());
}

async function undoAll() {
  const response = await fetch(`${server.address}/api/v1/corrections/undo`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ of: { kind: "encounter" } }) });
  assert.equal(response.status, 200, await response.clone().text());
}

test("a reader sees why accounts are one and what people said, and no way to change it", async () => {
  await correct({ action: "part_account", document: "call-c", fact: (await view(call.id)).all_accounts.find((one) => one.document.id === "call-c").event, why: "to be read" });
  const token = JSON.parse(execFileSync(program, ["users", "add", "rob", "--role", "reader", "--record", copy.record, "--json"], { encoding: "utf8" })).token;
  const page = await openPage(browser, server.address);
  await page.addInitScript((kept) => sessionStorage.setItem("chancery.token", kept), token);
  await go(page, pathOf(call.id));
  await page.waitForFunction(() => /rob, reader/.test(document.querySelector(".joining .who-asks")?.textContent ?? ""));
  await page.waitForSelector(".said li");
  assert.match(await page.textContent(".said"), /Parted:.*to be read/s);
  assert.equal(await page.locator(".joined-by .reasons li").count(), 1);
  assert.equal(await page.locator(".part-ways, .candidate button, .joining .reason-ways, .said button").count(), 0);
  const refused = await fetch(`${server.address}/api/v1/corrections/undo`, {
    method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body: JSON.stringify({ of: { kind: "encounter" } }),
  });
  assert.equal(refused.status, 403);
  assert.match((await refused.json()).detail, /rob may read, but not change the record/);
  await page.close();
  await undoAll();
});

test("two accounts are compared as they are, of three one chooses which two", async () => {
  const page = await openPage(browser, server.address);
  await go(page, `/compare?encounter=${call.id}`);
  const selects = page.locator(".choose-accounts select");
  assert.equal(await selects.count(), 2);
  const three = await view(call.id);
  const chosen = async () => [await selects.nth(0).inputValue(), await selects.nth(1).inputValue()];
  const heads = () => page.locator("main h1").textContent();
  const publisherOf = (event) => three.all_accounts.find((one) => one.event === event).document.publisher;
  const saysWhatIsChosen = async () => {
    const [a, b] = await chosen();
    assert.notEqual(a, b);
    assert.equal(await heads(), `${publisherOf(a)} and ${publisherOf(b)}, side by side`);
  };
  await saysWhatIsChosen();
  const [a, b] = await chosen();
  const third = three.all_accounts.find((one) => ![a, b].includes(one.event)).event;
  await selects.nth(1).selectOption(third);
  await page.waitForURL((url) => url.searchParams.get("b") === third && url.searchParams.get("a") === a);
  await settled(page);
  await saysWhatIsChosen();
  // The one that stands on the other side changes places with it.
  await selects.nth(0).selectOption(third);
  await page.waitForURL((url) => url.searchParams.get("a") === third && url.searchParams.get("b") === a);
  await settled(page);
  await saysWhatIsChosen();
  await page.getByRole("link", { name: "Swap sides" }).click();
  await page.waitForURL((url) => url.searchParams.get("b") === third && url.searchParams.get("a") === a);
  await page.getByRole("link", { name: "The encounter" }).click();
  await page.waitForURL((url) => url.pathname === pathOf(call.id));

  await correct({ action: "part_account", document: "call-c", fact: three.all_accounts.find((one) => one.document.id === "call-c").event });
  await go(page, pathOf(call.id));
  await page.reload();
  await page.getByRole("link", { name: "Compare the accounts" }).click();
  await page.waitForURL((url) => url.pathname === "/compare");
  await settled(page);
  assert.equal(await page.locator(".choose-accounts").count(), 0, "of two there is nothing to choose");
  assert.ok((await heads()).includes("Ravel") && (await heads()).includes("Halla"));
  await undoAll();
  await correct({ action: "join_encounters", encounter: call.id, other_encounter: later.id });
  await page.goto(`/compare?encounter=${call.id}`);
  await settled(page);
  assert.equal(await selects.nth(0).locator("option").count(), 4);
  const own = (await view(call.id)).all_accounts.find((one) => one.document.id === "call-later");
  await selects.nth(1).selectOption(own.event);
  await page.waitForURL((url) => url.searchParams.get("b") === own.event);
  await settled(page);
  assert.equal(await selects.nth(1).inputValue(), own.event);
  await page.close();
});

test("of one account there is nothing to compare, and the page says so", async () => {
  await undoAll();
  const page = await openPage(browser, server.address, { expected: [/40[04]/] });
  await page.goto(`/compare?encounter=${later.id}`);
  await page.waitForSelector(".state");
  assert.match(await page.textContent("main"), /one account|no two such accounts/i);
  await page.close();
});

const states = {
  "told by three": async () => {},
  "parting": async (page) => page.getByRole("button", { name: /^Part the account of Embassy/ }).click(),
  "joining with another": async (page) => {
    await page.getByRole("button", { name: /^Join with another/ }).click();
    await page.waitForSelector(".join-others label");
  },
  "parted": async (page) => {
    await page.getByRole("button", { name: /^Part the account of Embassy/ }).click();
    await page.getByRole("button", { name: "Part this account" }).click();
    await page.waitForSelector(".said li");
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    test(`joining and parting is not hard to use: ${colorScheme}, ${size}`, async () => {
      const page = await openPage(browser, server.address, { colorScheme, viewport });
      for (const [name, act] of Object.entries(states)) {
        await go(page, "/figures");
        await go(page, pathOf(call.id));
        await page.waitForSelector(".part-ways button");
        await act(page);
        assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}, ${size}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${name} is ${width} wide on ${viewport.width}`);
      }
      await undoAll();
      await page.close();
    });
  }
}

test("printed, the page of an encounter says what people said and shows no controls", async () => {
  await correct({ action: "part_account", document: "call-c", fact: (await view(call.id)).all_accounts.find((one) => one.document.id === "call-c").event, why: "for print" });
  const page = await opened(call.id, { colorScheme: "dark" });
  await page.getByRole("button", { name: /^Part the account of Office/ }).click();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByText("“for print”").isVisible());
  for (const hidden of [".part-ways", ".said button", ".reason-confirm", ".joining .reason-ways", ".who-asks-ways"]) {
    for (const one of await page.locator(hidden).all()) assert.ok(!(await one.isVisible()), hidden);
  }
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 10_000);
  await page.close();
  await undoAll();
});
