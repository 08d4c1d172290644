// What is pictured: by name the address, what is done there first, and how much of the page is shown.
import { narrow } from "../support/room.mjs";

const tall = { wide: 1100, narrow: 1100 };

/** The first point that the other account words differently. */
async function holdLinked(page) {
  await page.locator(".col [data-points]:is(.k-contradicts, .k-differs)").first().click();
}

async function showFacts(page, viewport) {
  if (viewport === narrow) await page.getByRole("button", { name: /^Facts \d/ }).click();
}

/** `ids`: of the record that is pictured, see main.mjs. */
export const pictures = (ids) => ({
  home: { path: "/" },
  search: { path: "/search?q=trade", height: tall },
  document: {
    path: ids.meeting,
    act: async (page, viewport) => viewport !== narrow && page.keyboard.press("j"),
  },
  judging: {
    path: `${ids.reception}#fact=${ids.judged}`,
    act: async (page, viewport) => {
      await showFacts(page, viewport);
      await page.waitForSelector(".desk-ways button:not(:disabled)");
    },
  },
  wording: {
    path: ids.usual,
    act: async (page) => {
      await page.locator(".wording summary").click();
      await page.locator(".wording p").first().waitFor();
    },
    height: tall,
  },
  cite: { path: ids.reception, act: async (page) => page.locator("[data-cite]").click() },
  ledger: { path: "/ledger?country=KEN", height: tall },
  encounter: { path: ids.visit, height: { wide: 1500, narrow: 1700 } },
  person: { path: "/people/Ingrid%20Solheim", height: { wide: 1300, narrow: 1400 } },
  pair: { path: "/pairs/KEN/NOR", height: { wide: 1200, narrow: 1300 } },
  countries: { path: "/matrix", height: { wide: 1350, narrow: 1100 } },
  timeline: { path: "/timeline?a=KEN&b=NOR", height: { wide: 1250, narrow: 1300 } },
  figures: { path: "/figures?view=series&country=KEN&with=NOR", height: { wide: 1400, narrow: 1500 } },
  commitments: {
    path: "/commitments?country=NOR&with=KEN",
    act: async (page) => {
      for (const summary of await page.locator(".later summary").all()) await summary.click();
      await page.waitForFunction(() => document.querySelectorAll(".later ol, .later p.note").length > 0);
    },
    height: { wide: 1200, narrow: 1300 },
  },
  brief: { path: "/brief?of=KEN&for=NOR&on=2024-12-31", height: { wide: 1400, narrow: 1400 } },
  compare: {
    path: `/compare?${ids.compared}`,
    act: async (page, viewport) => viewport !== narrow && holdLinked(page),
    height: { wide: 1400, narrow: 1500 },
  },
  paste: { path: "/compare" },
  corrections: { path: "/corrections", act: async (page) => page.waitForSelector(".queue-fact"), height: tall },
  log: { path: "/corrections?tab=log", act: async (page) => page.waitForSelector(".log-table"), height: tall },
  agreement: { path: "/corrections?tab=agreement", act: async (page) => page.waitForSelector(".agreement-bar"), height: tall },
  searches: { path: "/searches" },
});
