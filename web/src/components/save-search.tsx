/** Gives what was just asked a name, so that it can be asked again and followed. */
import { useEffect, useRef, useState } from "preact/hooks";

import { api, ApiError } from "../api";
import { addresses, only } from "../router";
import { mayCorrect, useSession } from "../session";
import { searches } from "../strings/searches";
import type { SavedSearch } from "../types";

const notAsked = ["page", "limit", "scope", "typing", "facets"];

/** A name to begin with: what was typed, or the first filter. */
function suggestion(query: URLSearchParams): string {
  return query.get("q") ?? [...query.values()][0] ?? "";
}

export function SaveSearch({ what, query: given }: { what: SavedSearch["what"]; query: URLSearchParams }) {
  const query = only(given, [...given.keys()].filter((name) => !notAsked.includes(name)));
  const asked = query.toString();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<{ text: string; bad: boolean } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setTold(null);
    setOpen(false);
  }, [asked, what]);
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);
  if (!session || !mayCorrect(session)) return null;

  const save = async (name: string) => {
    try {
      const saved = await api.saveSearch({ name, what, query: asked });
      setOpen(false);
      setTold({ text: searches.saved(saved.name), bad: false });
    } catch (error) {
      setTold({ text: error instanceof ApiError ? (error.detail ?? error.message) : String(error), bad: true });
    }
  };
  return (
    <div class="save-search">
      {open ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const name = field.current?.value.trim();
            if (name) void save(name);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setOpen(false);
          }}
        >
          <label>
            {searches.name} <input ref={field} type="text" required maxLength={200} defaultValue={suggestion(query)} autocomplete="off" />
          </label>
          <button type="submit">{searches.submit}</button>
          <button type="button" class="quiet" onClick={() => setOpen(false)}>
            {searches.cancel}
          </button>
        </form>
      ) : (
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {searches.save}
        </button>
      )}
      <span role={told?.bad ? "alert" : "status"}>
        {told ? told.text : ""} {told && !told.bad ? <a href={addresses.searches()}>{searches.all}</a> : null}
      </span>
    </div>
  );
}
