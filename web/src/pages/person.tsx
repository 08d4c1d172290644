/** One person as the documents of the record name them: offices over time, encounters, statements, commitments, figures. */
import { useEffect } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { EncounterLine } from "../components/encounter-line";
import { Commitment, Figure, makersOf, Statement } from "../components/fact-lines";
import { Folded } from "../components/folded";
import { Legend } from "../components/inferred";
import { CountryLink } from "../components/party";
import { PersonCorrections } from "../components/person-corrections";
import { SheetSection } from "../components/sheet-section";
import { Failed, Loading } from "../components/state";
import { useCountries } from "../countries";
import { sayDay, sayDays } from "../format";
import { isKey, isPerson } from "../people";
import { addresses } from "../router";
import { nameOf, strings } from "../strings";
import type { OfficeLine, PersonView } from "../types";

function Offices({ offices }: { offices: OfficeLine[] }) {
  const { nameOf: country } = useCountries();
  const held = [...offices].sort((a, b) => (b.last_day ?? "").localeCompare(a.last_day ?? "") || b.documents - a.documents);
  return (
    <section class="offices" aria-labelledby="offices">
      <h2 id="offices">{strings.person.offices}</h2>
      <table class="plain-table" aria-labelledby="offices">
        <thead>
          <tr>
            <th scope="col">{strings.person.office}</th>
            <th scope="col">{strings.person.named}</th>
            <th scope="col" class="number">
              {strings.search.scopes.documents}
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((office) => {
            const others = office.forms.filter((form) => form !== office.title);
            const land = country(office.country);
            return (
              <tr>
                <td>
                  {office.title}
                  {office.status ? ` (${nameOf(strings.names.officeStatus, office.status)})` : ""}
                  <span class="note">
                    {land && !office.title.includes(land) ? ` ${land}` : ""}
                    {others.length > 0 ? ` ${strings.person.forms(others.join("; "))}` : ""}
                  </span>
                </td>
                <td>{sayDays(office.first_day, office.last_day)}</td>
                <td class="number" data-unit={strings.person.documentsUnit(office.documents)}>
                  {strings.number(office.documents)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Countries one is said to act for, that of most documents first. */
function countriesOf(view: PersonView): string[] {
  const weight = (code: string) => view.offices.filter((office) => office.country === code).reduce((sum, office) => sum + office.documents, 0);
  return [...view.countries].sort((a, b) => weight(b) - weight(a));
}

/** As documents call the person, each with its reason and documents. */
function Names({ names }: { names: PersonView["names"] }) {
  const [first] = names;
  if (!first || (names.length === 1 && !first.why)) return null;
  return (
    <Folded count={names.length} ordered="person-names">
      {names.map(({ name, documents, why }) => (
        <li>
          {name}{" "}
          <span class="note">
            {strings.count.documents(documents)}
            {why ? ` · ${strings.person.linkedBy(why)}` : ""}
          </span>
        </li>
      ))}
    </Folded>
  );
}

function Head({ view }: { view: PersonView }) {
  const asked = isKey(view.key) ? view.key : view.name;
  const span = view.first_day && view.last_day ? strings.person.span(sayDay(view.first_day), sayDay(view.last_day)) : "";
  return (
    <header class="sheet-head">
      <p class="source">
        <span class="publisher">{strings.person.label}</span>
        {countriesOf(view).map((code) => (
          <span>
            <CountryLink code={code} />
          </span>
        ))}
      </p>
      <h1 tabIndex={-1}>{view.name}</h1>
      <p class="lead">
        {strings.person.in(strings.count.documents(view.documents), span)}.
      </p>
      <p class="page-ways">
        <a href={addresses.timeline({ a: asked })}>{strings.timeline.open}</a>
        <a href={addresses.brief({ of: asked })}>{strings.nav.brief}</a>
      </p>
      <dl class="particulars">
        {view.names.length > 1 || view.names[0]?.why ? (
          <div>
            <dt>{strings.person.writtenAs}</dt>
            <dd>
              <Names names={view.names} />
            </dd>
          </div>
        ) : null}
        {view.others.length > 0 ? (
          <div>
            <dt>{strings.person.others}</dt>
            <dd>
              {view.others.map((other, index) => (
                <>
                  {index > 0 ? ", " : ""}
                  <a href={addresses.person(isKey(other.key) ? other.key : other.name)}>{other.name}</a>
                </>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
    </header>
  );
}

/** `asked`: by what the lists of the record find this person. */
function Lists({ view, asked }: { view: PersonView; asked: string }) {
  const { latest_encounters: encounters, latest_statements: statements, latest_commitments: commitments, latest_figures: figures } = view;
  const made = commitments.filter((one) => makersOf(one).some((party) => isPerson(party, view)));
  const received = commitments.filter((one) => !made.includes(one));
  const more = (shown: number, all: number) => (shown < all ? strings.person.latest(shown, all) : undefined);
  return (
    <div class="account-sides">
      <div>
        <SheetSection
          id="encounter"
          title={strings.person.encounters}
          total={view.encounters}
          shown={encounters.length}
          all={{ href: addresses.ledger({ person: asked }), name: strings.inList.encounters }}
          ordered="encounters"
        >
          {encounters.map((encounter) => (
            <EncounterLine key={encounter.id + encounter.event} encounter={encounter} />
          ))}
        </SheetSection>
        {encounters.length > 0 ? <Legend /> : null}
        <SheetSection
          id="commitment"
          title={strings.person.made}
          total={made.length}
          shown={made.length}
          note={more(commitments.length, view.commitments)}
          all={{ href: addresses.commitments({ person: asked }), name: strings.inList.commitments }}
        >
          {made.map((fact) => (
            <Commitment key={fact.document.id + fact.id} fact={fact} document={fact.document} source />
          ))}
        </SheetSection>
        {received.length > 0 ? (
          <SheetSection id="received" title={strings.person.received} total={received.length} shown={received.length}>
            {received.map((fact) => (
              <Commitment key={fact.document.id + fact.id} fact={fact} document={fact.document} source />
            ))}
          </SheetSection>
        ) : null}
      </div>
      <div>
        <SheetSection
          id="statement"
          title={strings.person.statements}
          total={view.statements}
          shown={statements.length}
          all={{ href: addresses.search({ scope: "statements", speaker: asked }), name: strings.inList.statements }}
        >
          {statements.map((fact) => (
            <Statement key={fact.document.id + fact.id} fact={fact} document={fact.document} source />
          ))}
        </SheetSection>
        <SheetSection
          id="figure"
          title={strings.person.figures}
          total={view.figures}
          shown={figures.length}
          all={{ href: addresses.figures({ speaker: asked }), name: strings.inList.figures }}
        >
          {figures.map((fact) => (
            <Figure key={fact.document.id + fact.id} fact={fact} document={fact.document} source />
          ))}
        </SheetSection>
      </div>
    </div>
  );
}

export function PersonPage({ name }: { name: string }) {
  const { value, error, again } = useAnswer(paths.person(name), (signal) => api.person(name, signal));
  useEffect(() => {
    if (value) document.title = `${value.name} · ${strings.name}`;
  }, [value]);
  if (error) return <Failed error={error} again={again} missing={strings.person.missing} hint={strings.person.missingHint} heading />;
  if (!value) return <Loading />;
  return (
    <div class="sheet person-sheet">
      <Head view={value} />
      {value.offices.length > 0 ? <Offices offices={value.offices} /> : null}
      <Lists view={value} asked={isKey(value.key) ? value.key : name} />
      <PersonCorrections view={value} again={again} />
    </div>
  );
}
