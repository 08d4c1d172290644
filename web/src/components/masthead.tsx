/** The head of every page: name, ways, search, colour scheme, help. */
import { useId, useLayoutEffect, useState } from "preact/hooks";

import { useKeys } from "../keys";
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

type Way = [address: string, name: string];

/** What the record holds, what can be asked of it, and what readers add to it. */
const groups: { name: string; ways: Way[] }[] = [
  {
    name: strings.nav.groups.record,
    ways: [
      [addresses.search(), strings.nav.search],
      [addresses.ledger(), strings.nav.ledger],
      [addresses.matrix(), strings.nav.matrix],
      [addresses.commitments(), strings.nav.commitments],
      [addresses.figures(), strings.nav.figures],
    ],
  },
  {
    name: strings.nav.groups.questions,
    ways: [
      [addresses.timeline(), strings.nav.timeline],
      [addresses.compare(), strings.nav.compare],
      [addresses.brief(), strings.nav.brief],
    ],
  },
  {
    name: strings.nav.groups.work,
    ways: [
      [addresses.corrections(), strings.nav.corrections],
      [addresses.searches(), strings.nav.searches],
    ],
  },
];

/** While it is shown, Escape is for the menu before it is for the page. */
function ClosedByEscape({ close }: { close: () => void }) {
  useKeys({ Escape: close });
  return null;
}

/** All ways in one row, or on a narrow page behind one button. */
function Ways({ path }: { path: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  useLayoutEffect(() => setOpen(false), [path]);
  const close = () => {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  };
  return (
    <>
      <button type="button" id={`${id}-button`} class="menu-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {strings.nav.menu}
      </button>
      {open ? <ClosedByEscape close={close} /> : null}
      <nav id={id} class={open ? "open" : ""} aria-label={strings.nav.label} onClick={(event) => (event.target as Element).closest("a") && setOpen(false)}>
        {groups.map(({ name, ways }, index) => (
          <div class="way-group">
            <p id={`${id}-${index}`}>{name}</p>
            <ul aria-labelledby={`${id}-${index}`}>
              {ways.map(([target, way]) => (
                <li>
                  <a href={target} {...(path === target ? { "aria-current": "page" as const } : {})}>
                    {way}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}

export function Masthead({ path, onHelp }: { path: string; onHelp: () => void }) {
  return (
    <header class="masthead">
      <a class="wordmark" href={addresses.home} {...(path === "/" ? { "aria-current": "page" as const } : {})}>
        {strings.name}
      </a>
      {path === "/" || path === "/search" ? <span class="quick" /> : <QuickSearch />}
      <SchemeSwitch />
      <button type="button" class="quiet help-button" aria-label={strings.shortcuts} title={strings.shortcuts} onClick={onHelp}>
        ?
      </button>
      <Ways path={path} />
    </header>
  );
}
