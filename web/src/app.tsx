/** The frame around every page: which page an address means, help, and where the focus goes. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { api, paths } from "./api";
import { useAnswer } from "./answers";
import { Guard } from "./components/guard";
import { Help } from "./components/help";
import { Masthead } from "./components/masthead";
import { Empty } from "./components/state";
import { Countries, CountriesContext } from "./countries";
import { focusSearch, step, useKeys } from "./keys";
import { Brief } from "./pages/brief";
import { Commitments } from "./pages/commitments";
import { Compare } from "./pages/compare";
import { Corrections } from "./pages/corrections";
import { DocumentPage } from "./pages/document";
import { EncounterPage } from "./pages/encounter";
import { Figures } from "./pages/figures";
import { Home } from "./pages/home";
import { Ledger } from "./pages/ledger";
import { MatrixPage } from "./pages/matrix";
import { PairPage } from "./pages/pair";
import { PersonPage } from "./pages/person";
import { Search } from "./pages/search";
import { Searches } from "./pages/searches";
import { Timeline } from "./pages/timeline";
import { addresses, canGoBack, keptScroll, navigate, useAddress, withQuery, type Address } from "./router";
import { strings } from "./strings";

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function Page({ address }: { address: Address }) {
  if (address.path === "/") return <Home />;
  if (address.path === "/search") return <Search query={address.query} />;
  if (address.path === "/ledger") return <Ledger query={address.query} />;
  if (address.path === "/matrix") return <MatrixPage query={address.query} />;
  if (address.path === "/commitments") return <Commitments query={address.query} />;
  if (address.path === "/figures") return <Figures query={address.query} />;
  if (address.path === "/timeline") return <Timeline query={address.query} />;
  if (address.path === "/compare") return <Compare query={address.query} />;
  if (address.path === "/brief") return <Brief query={address.query} />;
  if (address.path === "/corrections") return <Corrections query={address.query} />;
  if (address.path === "/searches") return <Searches query={address.query} />;
  const pair = /^\/pairs\/([A-Z]{3})\/([A-Z]{3})$/.exec(address.path);
  if (pair) return <PairPage a={pair[1]!} b={pair[2]!} query={address.query} />;
  const shown = /^\/(documents|encounters|people)\/([^/]+)$/.exec(address.path);
  if (shown?.[1] === "documents") return <DocumentPage id={decoded(shown[2]!)} query={address.query} hash={address.hash} />;
  if (shown?.[1] === "encounters") return <EncounterPage id={decoded(shown[2]!)} />;
  if (shown) return <PersonPage name={decoded(shown[2]!)} />;
  return (
    <Empty title={strings.error.noPage} heading>
      <p class="state-ways">
        <a href={addresses.search()}>{strings.error.search}</a>
        <a href={addresses.home}>{strings.error.home}</a>
      </p>
    </Empty>
  );
}

const titles: Record<string, string> = {
  "/ledger": strings.ledger.title,
  "/matrix": strings.matrix.title,
  "/commitments": strings.commitments.title,
  "/figures": strings.figures.title,
  "/timeline": strings.nav.timeline,
  "/compare": strings.nav.compare,
  "/brief": strings.nav.brief,
  "/corrections": strings.nav.corrections,
  "/searches": strings.nav.searches,
};

function titleOf(address: Address): string {
  const words = address.query.get("q");
  if (address.path === "/search") return `${words ? `${words} · ` : ""}${strings.search.title} · ${strings.name}`;
  const title = titles[address.path];
  return title ? `${title} · ${strings.name}` : strings.name;
}

/** A place further down can be scrolled to only once the page is long enough. */
function restoreScroll(y: number): void {
  const until = Date.now() + 1500;
  const attempt = () => {
    scrollTo(0, y);
    if (Math.abs(scrollY - y) > 2 && Date.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}

function useArrivals(address: Address, back: boolean): void {
  const before = useRef(address.path);
  useEffect(() => {
    document.title = titleOf(address);
  }, [address]);
  useEffect(() => {
    if (before.current === address.path) return;
    before.current = address.path;
    if (back) return restoreScroll(keptScroll());
    if (!address.hash) scrollTo(0, 0);
    // Home and search put the cursor where one types; elsewhere reading begins at the top.
    if (address.path === "/search") focusSearch();
    else if (address.path !== "/") document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }, [address.path]);
}

export function App() {
  const { address, back } = useAddress();
  const [help, setHelp] = useState(false);
  const { value } = useAnswer(paths.countries(), api.countries);
  const countries = useMemo(() => new Countries(value?.countries ?? []), [value]);
  useArrivals(address, back);
  useKeys({
    "/": focusSearch,
    "?": () => setHelp(true),
    j: () => step(1),
    k: () => step(-1),
    "g h": () => navigate(addresses.home),
    "g s": () => navigate(addresses.search()),
    "g l": () => navigate(addresses.ledger()),
    "g c": () => navigate(addresses.matrix()),
    "g m": () => navigate(addresses.commitments()),
    "g f": () => navigate(addresses.figures()),
    "g t": () => navigate(addresses.timeline()),
    "g p": () => navigate(addresses.compare()),
    "g b": () => navigate(addresses.brief()),
    "g r": () => navigate(addresses.corrections()),
    "g v": () => navigate(addresses.searches()),
    Escape: () => {
      const active = document.activeElement;
      if (help) return false;
      if (active instanceof HTMLElement && active.matches("input, select, [data-step]")) return active.blur();
      if (address.path === "/") return false;
      if (canGoBack()) history.back();
      else navigate(addresses.home);
      return true;
    },
  });
  return (
    <CountriesContext.Provider value={countries}>
      <a class="skip" href="#content" onClick={(event) => {
        event.preventDefault();
        document.querySelector<HTMLElement>("main")?.focus();
      }}>
        {strings.skip}
      </a>
      <Masthead path={address.path} onHelp={() => setHelp(true)} />
      <main id="content" tabIndex={-1}>
        <Guard page={address.path + address.query}>
          <Page address={address} />
        </Guard>
        <p class="print-only origin">
          {strings.printed} {location.origin + withQuery(address.path, address.query)}
        </p>
      </main>
      {help ? <Help onClose={() => setHelp(false)} /> : null}
    </CountriesContext.Provider>
  );
}
