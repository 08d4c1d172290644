/** Title, whose document it is, when it was published, and where. */
import { useCountries } from "../countries";
import type { Facts } from "../facts/facts";
import { directionOf, sayDay, sayMoment } from "../format";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import { strings as compareStrings } from "../strings/compare";
import { citing } from "../strings/searches";
import type { Segment } from "../text/segments";
import type { RecordedDocument } from "../types";
import { useCite } from "./cite";
import { Segments } from "./published-text";

/** A page that was changed after it was published: each version stays to be read. */
function Versions({ document }: { document: RecordedDocument }) {
  const current = document.all_versions.find((version) => version.current);
  return (
    <nav class="versions" aria-label={strings.document.versionsLabel}>
      {current && current.number !== document.version ? <p class="missing">{strings.document.older}</p> : null}
      <ul>
        {document.all_versions.map(({ number, added }) => (
          <li>
            <a
              href={addresses.document(document.id, number === current?.number ? "" : `?version=${number}`)}
              {...(number === document.version ? { "aria-current": "true" as const } : {})}
            >
              {strings.document.version(number, sayDay(added))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function DocumentHead({ document, facts, title }: { document: RecordedDocument; facts: Facts; title: Segment[] }) {
  const { nameOf: country } = useCountries();
  const { document: info } = document.analysis;
  const cite = useCite();
  const { url } = document;
  const web = url && /^https?:\/\//i.test(url) ? url : null;
  return (
    <header class="document-head">
      <p class="source">
        {info.publisher ? (
          <a class="publisher" href={addresses.search({ publisher: info.publisher })}>
            {info.publisher}
          </a>
        ) : (
          <span class="publisher">{strings.unknownPublisher}</span>
        )}
        {info.country ? <span>{country(info.country)}</span> : null}
        <span>{nameOf(strings.names.kind, info.kind)}</span>
      </p>
      <h1 tabIndex={-1} lang={info.language ?? ""} dir={directionOf(info.language)}>
        {info.title ? <Segments segments={title} facts={facts} text={info.title} part="title" /> : strings.untitled}
      </h1>
      <p class="imprint">
        <span>{info.published ? strings.document.published(sayMoment(info.published)) : strings.document.notDated}</span>
        {info.terms.map((term) => (
          <span>{nameOf(strings.names.terms, term)}</span>
        ))}
        {web ? (
          <a href={web} target="_blank" rel="noopener noreferrer">
            {strings.document.original}
          </a>
        ) : null}
        <a class="compare-with" href={addresses.compare({ a: document.id })}>
          {compareStrings.with}
        </a>
        <button type="button" class="quiet" data-cite onClick={() => cite(null)}>
          {citing.cite}
        </button>
        <span class="aside">{strings.document.added(sayDay(document.added))}</span>
        {document.made_by ? <span class="aside">{strings.document.readBy(document.made_by)}</span> : null}
      </p>
      {document.all_versions.length > 1 ? <Versions document={document} /> : null}
    </header>
  );
}
