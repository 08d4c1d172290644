// Every page of the reading room in each of its states, on the record of the tests: what holds for all is tested on this one list.
// A state that changes the record is not here: see corrections-access.test.mjs.
import { ask, narrow } from "./room.mjs";

const id = encodeURIComponent;

/** What the addresses need: ids of the record that `address` serves. */
async function findIds(address) {
  const first = async (query) => (await ask(address, `/search?q=${query}`)).documents;
  const [reception] = await first("Seitkali+Haretski");
  const [transcript] = await first("Whitaker+Santoso");
  const calls = await first("Solheim+Mutai");
  const { encounters } = await ask(address, "/encounters?limit=100");
  const told = encounters.find((one) => one.document.id === reception.id) ?? encounters[0];
  const several = encounters.find((one) => one.accounts > 1);
  const { cells } = await ask(address, "/matrix");
  const { figures } = await ask(address, "/figures?limit=100");
  return {
    reception: `/documents/${id(reception.id)}`,
    transcript: `/documents/${id(transcript.id)}`,
    compared: `/compare?${new URLSearchParams({ a: calls[0].id, b: calls[1].id })}`,
    encounter: `/encounters/${id(told.id)}`,
    several: `/encounters/${id(several.id)}`,
    person: told.participants.find((party) => party.type === "person").name,
    pair: [cells[0].a, cells[0].b],
    indicator: figures.find((one) => one.indicator).indicator,
  };
}

const open = (selector) => async (page) => {
  for (const summary of await page.locator(selector).all()) await summary.click();
};

/** By name: where it is, and what is done there first. */
export async function allPages(address) {
  const { reception, transcript, compared, encounter, several, person, pair, indicator } = await findIds(address);
  return {
    home: ["/"],
    search: ["/search?q=trade&year=2024"],
    statements: ["/search?scope=statements"],
    "nothing found": ["/search?q=nothingatallhere"],
    ledger: ["/ledger?told=all"],
    "ledger, none": ["/ledger?person=Nobodyatall"],
    document: [reception],
    "document, a fact held": [reception, async (page) => page.keyboard.press("j")],
    "document, facts": [reception, async (page, viewport) => viewport === narrow && page.getByRole("button", { name: /^Facts/ }).click()],
    "document, its wording": [reception, async (page) => {
      await page.locator(".wording summary").click();
      await page.locator(".wording p").first().waitFor();
    }],
    transcript: [transcript],
    "transcript, one speaker": [transcript, async (page) => page.locator(".who a").last().click()],
    "transcript, a turn": [transcript, async (page) => page.keyboard.press("n")],
    "document in another script": ["/documents/arabic"],
    "document not there": ["/documents/no-such"],
    encounter: [encounter],
    "encounter, several accounts": [several],
    "encounter not there": ["/encounters/n-nothing"],
    person: [`/people/${id(person)}`],
    "nobody by this name": ["/people/Nobody%20Atall"],
    "pair of countries": [`/pairs/${pair.join("/")}`],
    "countries that never met": ["/pairs/BTN/PRY"],
    countries: ["/matrix"],
    timeline: [`/timeline?a=${pair[0]}&b=${pair[1]}`],
    "timeline of one": [`/timeline?${new URLSearchParams({ a: person })}`],
    "timeline, nobody chosen": ["/timeline"],
    "timeline, none": ["/timeline?a=BTN&b=PRY"],
    "timeline, nobody called so": ["/timeline?a=Nobodyatallhere"],
    commitments: ["/commitments"],
    "commitments, later passages": ["/commitments?limit=3", open(".later summary")],
    "commitments, none": ["/commitments?q=nothingatallhere"],
    figures: ["/figures"],
    "figures over time": [`/figures?${new URLSearchParams({ view: "series", indicator })}`],
    "figures over time, none": ["/figures?view=series&indicator=nothingatallhere"],
    brief: [`/brief?${new URLSearchParams({ of: person, on: "2025-12-31" })}`],
    "brief, nobody chosen": ["/brief"],
    "brief, nobody called so": ["/brief?of=Nobodyatallhere"],
    "compare, two documents": [compared],
    "compare, a point held": [compared, async (page) => page.keyboard.press("j")],
    "compare, the other view": [compared, async (page) => page.locator(".compare-views button[aria-pressed=false]").click()],
    "compare, not there": ["/compare?a=no-such&b=no-such"],
    "compare, nothing yet": ["/compare"],
    "compare, one text missing": ["/compare", async (page) => page.getByRole("button", { name: "Compare", exact: true }).click()],
    "two results chosen": ["/search?q=trade", async (page) => {
      const choose = page.locator("button.choose");
      for (const at of [0, 1]) if ((await choose.nth(at).getAttribute("aria-pressed")) === "false") await choose.nth(at).click();
    }],
    "corrections, the queue": ["/corrections"],
    "corrections, no log": ["/corrections?tab=log"],
    "corrections, no agreement": ["/corrections?tab=agreement"],
    "saved searches, none": ["/searches"],
    menu: ["/ledger", async (page, viewport) => viewport === narrow && page.locator(".menu-button").click()],
    keys: ["/", async (page) => page.locator(".help-button").click()],
    "no page": ["/no/such/page"],
  };
}
