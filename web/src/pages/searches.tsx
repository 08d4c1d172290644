/** Saved searches: what is asked, who saved it, and the feed of each. */
import { useState } from "preact/hooks";

import { api, ApiError, exportAddress, feedAddress, fetchFile, keptToken, paths } from "../api";
import { useAnswer } from "../answers";
import { CopyButton } from "../components/copy-button";
import { save } from "../components/exports";
import { FactTable } from "../components/fact-table";
import { Empty, Failed, Loading } from "../components/state";
import { sayDay } from "../format";
import { addresses, changed } from "../router";
import { mayCorrect, useSession } from "../session";
import { strings } from "../strings";
import { searches } from "../strings/searches";
import type { SavedSearch } from "../types";

function addressOf({ what, query }: SavedSearch): string {
  const asked = new URLSearchParams(query);
  if (what === "encounters") return addresses.ledger(asked);
  return addresses.search(what === "statements" ? changed(asked, { scope: "statements" }) : asked);
}

function Asked({ search }: { search: SavedSearch }) {
  const parameters = [...new URLSearchParams(search.query)];
  return (
    <>
      {searches.what[search.what]}
      {parameters.length === 0 ? <span class="note"> {searches.everything}</span> : null}
      <ul class="asked">
        {parameters.map(([name, value]) => (
          <li>
            <span class="note">{searches.parameter[name] ?? name}</span> <span dir="auto">{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A removal is asked for twice; the question takes the button's place, so that the keyboard stays where it is. */
function Remove({ search, onGone, onFailed }: { search: SavedSearch; onGone: () => void; onFailed: (why: string) => void }) {
  const [asking, setAsking] = useState(false);
  const go = async () => {
    try {
      await api.removeSearch(search.id);
      onGone();
    } catch (error) {
      onFailed(error instanceof ApiError ? (error.detail ?? error.message) : String(error));
    }
  };
  if (!asking) {
    return (
      <button type="button" class="quiet" aria-label={searches.removeOf(search.name)} onClick={() => setAsking(true)}>
        {searches.remove}
      </button>
    );
  }
  return (
    <span class="surely" role="group" aria-label={searches.surely(search.name)}>
      {searches.surely(search.name)}{" "}
      <button type="button" class="quiet" ref={(button) => button?.focus()} onClick={() => void go()}>
        {searches.remove}
      </button>{" "}
      <button type="button" class="quiet" onClick={() => setAsking(false)}>
        {searches.keep}
      </button>
    </span>
  );
}

interface RowProperties {
  search: SavedSearch;
  editor: boolean;
  onGone: () => void;
  onFailed: (why: string) => void;
}

function Row({ search, editor, onGone, onFailed }: RowProperties) {
  const feed = feedAddress(search.id);
  return (
    <tr role="row" data-row>
      <td role="cell" class="search-name">
        <a href={addressOf(search)} data-step dir="auto">
          {search.name}
        </a>
      </td>
      <td role="cell">
        <Asked search={search} />
      </td>
      <td role="cell" class="note">
        {searches.by(search.who, sayDay(search.made))}
      </td>
      <td role="cell" class="search-ways">
        <a
          href={feed}
          type="application/atom+xml"
          aria-label={searches.feedOf(search.name)}
          onClick={(event) => {
            if (!keptToken()) return;
            event.preventDefault();
            fetchFile(`${paths.savedSearch(search.id)}/feed.atom`).then((file) => save(file, `${search.id}.atom`)).catch(() => onFailed(strings.error.exportFailed));
          }}
        >
          {searches.feed}
        </a>
        <CopyButton label={searches.copyFeed} text={feed} />
        {editor ? <Remove search={search} onGone={onGone} onFailed={onFailed} /> : null}
      </td>
    </tr>
  );
}

function Package({ onFailed }: { onFailed: (why: string) => void }) {
  const query = new URLSearchParams({ what: "all" });
  return (
    <p class="package">
      <a
        href={exportAddress(query)}
        download="chancery-datapackage.zip"
        onClick={(event) => {
          if (!keptToken()) return;
          event.preventDefault();
          fetchFile(`/export?${query}`).then((file) => save(file, "chancery-datapackage.zip")).catch(() => onFailed(strings.error.exportFailed));
        }}
      >
        {searches.package}
      </a>{" "}
      <span class="note">{searches.packageHint}</span>
    </p>
  );
}

export function Searches(_: { query: URLSearchParams }) {
  const session = useSession();
  const [told, setTold] = useState<{ text: string; bad: boolean } | null>(null);
  const [round, setRound] = useState(0);
  const failed = (text: string) => setTold({ text, bad: true });
  return (
    <div class="searches">
      <h1 tabIndex={-1}>{searches.title}</h1>
      <p class="lead">{searches.lead}</p>
      <p role={told?.bad ? "alert" : "status"}>{told?.text ?? ""}</p>
      <List
        key={round}
        editor={mayCorrect(session)}
        onGone={(name) => {
          setTold({ text: searches.removed(name), bad: false });
          setRound(round + 1);
          document.querySelector<HTMLElement>("main h1")?.focus();
        }}
        onFailed={failed}
      />
      <Package onFailed={failed} />
    </div>
  );
}

function List({ editor, onGone, onFailed }: { editor: boolean; onGone: (name: string) => void; onFailed: (why: string) => void }) {
  const { value, error, again } = useAnswer(paths.searches(), api.searches);
  if (error) return <Failed error={error} again={again} />;
  if (!value) return <Loading />;
  if (value.searches.length === 0) {
    return (
      <Empty title={searches.none}>
        <p>{searches.noneHint}</p>
        <p class="state-ways">
          <a href={addresses.search()}>{searches.toSearch}</a>
          <a href={addresses.ledger()}>{searches.toLedger}</a>
        </p>
      </Empty>
    );
  }
  const { name, asked, saved, ways } = searches.columns;
  return (
    <>
      {keptToken() ? <p class="note">{searches.token}</p> : null}
      <FactTable name={searches.title} columns={[name, asked, saved, ways]}>
        {value.searches.map((search) => (
          <Row key={search.id} search={search} editor={editor} onGone={() => onGone(search.name)} onFailed={onFailed} />
        ))}
      </FactTable>
    </>
  );
}
