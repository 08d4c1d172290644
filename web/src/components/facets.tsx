/** What the other filters leave, by publisher, country, speaker, kind and year. Values are links, so they can be opened anew. */
import { useState } from "preact/hooks";

import { isKey } from "../people";
import { addresses, changed } from "../router";
import { strings } from "../strings";
import type { Facet } from "../types";
import { useFilterName } from "./chips";

const few = 6;

function Label({ name, value }: { name: string; value: string }) {
  return <>{useFilterName(name, value)}</>;
}

function FacetList({ facet, query }: { facet: Facet; query: URLSearchParams }) {
  const [all, setAll] = useState(false);
  const chosen = query.getAll(facet.name);
  // A person chosen by key is named among the filters in force; names are counted here.
  const named = facet.values.filter((value) => !isKey(value.value));
  const values = all ? named : named.filter((value, index) => index < few || value.selected);
  const most = Math.max(1, ...facet.values.map((value) => value.count));
  const toggled = (value: string) => (chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <section class="facet" aria-labelledby={`facet-${facet.name}`}>
      <h2 id={`facet-${facet.name}`}>{strings.search.facets[facet.name]}</h2>
      <ul>
        {values.map((value) => (
          <li key={value.value}>
            <a
              href={addresses.search(changed(query, { [facet.name]: toggled(value.value) }))}
              {...(chosen.includes(value.value) ? { "aria-current": "true" as const } : {})}
            >
              <span class="label"><Label name={facet.name} value={value.value} /></span>
              <span class="count">{strings.number(value.count)}</span>
            </a>
            <svg class="share" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
              <rect width={(100 * value.count) / most} height="1" />
            </svg>
          </li>
        ))}
      </ul>
      {named.length > few ? (
        <button type="button" class="quiet" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? strings.search.fewer : strings.search.more(named.length - few)}
        </button>
      ) : null}
    </section>
  );
}

export function Facets({ facets, query }: { facets: Facet[]; query: URLSearchParams }) {
  return (
    <div class="facets">
      {facets
        .filter((facet) => facet.values.length > 0)
        .map((facet) => (
          <FacetList key={facet.name} facet={facet} query={query} />
        ))}
    </div>
  );
}
