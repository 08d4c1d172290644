/** The head of every page: name, ways, search, colour scheme, help. */
import { useState } from "preact/hooks";

import { addresses, navigate } from "../router";
import { chooseScheme, keptScheme, type Scheme } from "../scheme";
import { strings } from "../strings";

const schemes: Scheme[] = ["system", "light", "dark"];

function SchemeSwitch() {
  const [scheme, setScheme] = useState<Scheme>(keptScheme);
  return (
    <label class="scheme">
      <span class="unseen">{strings.scheme.label}</span>
      <select
        value={scheme}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Scheme;
          chooseScheme(chosen);
          setScheme(chosen);
        }}
      >
        {schemes.map((one) => (
          <option value={one}>{strings.scheme[one]}</option>
        ))}
      </select>
    </label>
  );
}

function QuickSearch() {
  return (
    <form
      class="quick"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get("q");
        navigate(addresses.search(words ? { q: String(words) } : {}));
      }}
    >
      <input type="search" name="q" data-search aria-label={strings.search.label} placeholder={strings.nav.search} autocomplete="off" spellcheck={false} />
    </form>
  );
}

const ways: [string, string][] = [
  [addresses.search(), strings.nav.search],
  [addresses.ledger(), strings.nav.ledger],
  [addresses.matrix(), strings.nav.matrix],
  [addresses.commitments(), strings.nav.commitments],
  [addresses.figures(), strings.nav.figures],
];

export function Masthead({ path, onHelp }: { path: string; onHelp: () => void }) {
  const current = (target: string) => (path === target ? { "aria-current": "page" as const } : {});
  return (
    <header class="masthead">
      <a class="wordmark" href={addresses.home} {...current("/")}>
        {strings.name}
      </a>
      <nav aria-label={strings.nav.label}>
        {ways.map(([path, name]) => (
          <a href={path} {...current(path)}>
            {name}
          </a>
        ))}
      </nav>
      {path === "/" || path === "/search" ? <span class="quick" /> : <QuickSearch />}
      <SchemeSwitch />
      <button type="button" class="quiet help-button" aria-label={strings.shortcuts} title={strings.shortcuts} onClick={onHelp}>
        ?
      </button>
    </header>
  );
}
