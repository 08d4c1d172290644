/** The filters in force, each with a way to take it off. */
import { useCountries } from "../countries";
import { sayDay } from "../format";
import { usePersonName } from "../person-name";
import { changed, withQuery } from "../router";
import { nameOf, strings } from "../strings";

const forPeople = ["speaker", "person"];

/** A filter's value as a reader knows it; a person's key by the name, once that is known. */
export function useFilterName(name: string, value: string): string {
  const { nameOf: country } = useCountries();
  const person = usePersonName(forPeople.includes(name) ? value : "");
  return forPeople.includes(name) ? person : sayFilter(name, value, country);
}

function sayFilter(name: string, value: string, country: (code: string) => string): string {
  if (name === "country" || (name === "about" && /^[A-Z]{3}$/.test(value))) return country(value);
  if (name === "topic") return nameOf({}, value);
  if (name === "kind") return nameOf(strings.names.kind, value);
  if (name === "strength") return nameOf(strings.names.strength, value);
  if (name === "on") return strings.commitments.on(sayDay(value));
  if (name === "from" || name === "to") return `${name === "from" ? strings.search.from : strings.search.to} ${sayDay(value)}`;
  return value;
}

function Chip({ name, value, href }: { name: string; value: string; href: string }) {
  const said = useFilterName(name, value);
  return (
    <li>
      <a href={href} aria-label={strings.search.remove(said)}>
        {name === "about" ? `${strings.search.about} ` : ""}
        {said} <span aria-hidden="true">×</span>
      </a>
    </li>
  );
}

export function Chips({ query, names, path }: { query: URLSearchParams; names: string[]; path: string }) {
  const chips = names.flatMap((name) => query.getAll(name).map((value) => ({ name, value })));
  if (chips.length === 0) return null;
  const without = (name: string, value: string) =>
    withQuery(path, changed(query, { [name]: query.getAll(name).filter((other) => other !== value) }));
  return (
    <ul class="chips">
      {chips.map(({ name, value }) => (
        <Chip key={`${name} ${value}`} name={name} value={value} href={without(name, value)} />
      ))}
      {chips.length > 1 ? (
        <li>
          <a class="clear" href={withQuery(path, changed(query, Object.fromEntries(names.map((name) => [name, null]))))}>
            {strings.search.clear}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
