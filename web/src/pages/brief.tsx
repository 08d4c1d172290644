/** A briefing sheet: who it is about and for whom, on which day; the sheet; and ways to print and keep it. */
import { Fragment } from "preact";
import { useEffect } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { CountryField, SideField } from "../components/side-fields";
import { Empty, Failed, Loading } from "../components/state";
import type { BriefFormula, BriefLine, BriefNote, BriefSection, BriefSheet } from "../brief";
import { sayDay } from "../format";
import type { Known } from "../types";
import { addresses, changed, navigate, only } from "../router";
import { strings } from "../strings";

const parameters = ["of", "for", "on"] as const;

/** The address holds what is asked: the sheet is made as soon as somebody is chosen. */
function Form({ query }: { query: URLSearchParams }) {
  const set = (name: (typeof parameters)[number]) => (value: string) => navigate(addresses.brief(changed(query, { [name]: value })));
  const value = (name: string) => query.get(name) ?? "";
  return (
    <form class="ledger-filters brief-form" aria-label={strings.brief.form} onSubmit={(event) => event.preventDefault()}>
      <SideField label={strings.brief.of} name="of" value={value("of")} onChoose={set("of")} />
      <CountryField label={strings.brief.for} hint={strings.brief.forHint} name="for" value={value("for")} onChoose={set("for")} />
      <div class="field">
        <label for="brief-on">{strings.brief.on}</label>
        <input id="brief-on" name="on" type="date" value={value("on")} onChange={(event) => set("on")(event.currentTarget.value)} />
      </div>
    </form>
  );
}

function mark(formula: BriefFormula): string {
  return formula.novelty === "new" ? strings.brief.fresh : strings.brief.usual(formula.basis === "pair", formula.count ?? 0, formula.of ?? 0, formula.words);
}

function Line({ line }: { line: BriefLine }) {
  const label = line.label ? (
    <span class="brief-label">
      {line.label.trim()}
      {line.basis === "inferred" ? <abbr title={strings.brief.inferred}>*</abbr> : null}
    </span>
  ) : null;
  return (
    <li class={line.level > 0 ? "inner" : ""}>
      {line.encounter && label ? <a href={addresses.encounter(line.encounter)}>{label}</a> : label}{" "}
      {line.parts.map((part, i) => (
        <Fragment key={i}>
          {part.text}
          {part.quote?.formula ? <span class="brief-mark"> [{mark(part.quote.formula)}]</span> : null}
        </Fragment>
      ))}
      {line.notes.length > 0 ? (
        <sup>
          {line.notes.map((note) => (
            <a key={note} href={`#note-${note}`} aria-label={strings.brief.noteNumber(note)}>
              {note}
            </a>
          ))}
        </sup>
      ) : null}
    </li>
  );
}

function Section({ section }: { section: BriefSection }) {
  const id = `brief-${section.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{section.title}</h2>
      {section.note ? <p class="brief-note">{section.note}</p> : null}
      {section.lines.length > 0 ? (
        <ul>
          {section.lines.map((line, i) => (
            <Line key={i} line={line} />
          ))}
        </ul>
      ) : null}
      {section.more > 0 ? <p class="brief-note">{strings.brief.more(section.more)}</p> : null}
    </section>
  );
}

function Note({ note }: { note: BriefNote }) {
  return (
    <li id={`note-${note.number}`} tabIndex={-1}>
      {note.number}.{" "}
      {note.first < note.number ? (
        <a href={`#note-${note.first}`}>{strings.brief.as(note.first)}</a>
      ) : (
        <>
          {note.publisher ?? strings.brief.nobody}, <a href={addresses.document(note.document)}>“{note.title || strings.untitled}”</a>, {note.day}.
          {note.url ? <span class="brief-url"> {note.url}</span> : null}
        </>
      )}
      {note.passage ? ` “${note.passage}”` : ""}
    </li>
  );
}

const marked = (sheet: BriefSheet) => sheet.sections.some((section) => section.lines.some((line) => line.parts.some((part) => part.quote?.formula)));

function Sheet({ sheet, query }: { sheet: BriefSheet; query: URLSearchParams }) {
  const file = (format: string) => `/api/v1${paths.brief(query, format)}`;
  return (
    <article class="brief-sheet" aria-label={sheet.title}>
      <header>
        <h1 tabIndex={-1}>{sheet.title}</h1>
        <p>{strings.brief.lead(sayDay(sheet.on))}</p>
        {marked(sheet) ? <p>{strings.brief.marks}</p> : null}
        {sheet.others.length > 0 ? <p>{strings.brief.others(sheet.others.join(", "))}</p> : null}
        <p class="brief-files">
          <a href={file("html")} target="_blank" rel="noopener">
            {strings.brief.print}
          </a>
          <a href={file("html")} download={`briefing-${sheet.on}.html`}>
            HTML
          </a>
          <a href={file("md")} download={`briefing-${sheet.on}.md`}>
            Markdown
          </a>
          <a href={file("json")} download={`briefing-${sheet.on}.json`}>
            JSON
          </a>
        </p>
      </header>
      {sheet.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      {sheet.notes.length > 0 ? (
        <section class="brief-sources" aria-labelledby="brief-sources">
          <h2 id="brief-sources">{strings.brief.sources}</h2>
          <ol>
            {sheet.notes.map((note) => (
              <Note key={note.number} note={note} />
            ))}
          </ol>
        </section>
      ) : null}
    </article>
  );
}

/** Whom a name may mean that nobody has, or several. */
function Meant({ choices, query }: { choices: Known[]; query: URLSearchParams }) {
  if (choices.length === 0) return null;
  return (
    <div class="brief-meant">
      <p>{strings.timeline.meant}</p>
      <ul class="choices">
        {choices.map((one) => (
          <li key={one.country ?? one.person}>
            <a href={addresses.brief(changed(query, { of: one.country ?? one.person ?? one.name }))}>{one.name}</a>{" "}
            <span class="note">{[one.country ? null : one.acts_for, one.documents === null ? null : strings.count.documents(one.documents)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Brief({ query: given }: { query: URLSearchParams }) {
  const query = only(given, parameters);
  const wanted = query.has("of");
  const { value, error, waiting, again } = useAnswer(wanted ? paths.brief(query) : null, (signal) => api.brief(query, signal));
  useEffect(() => {
    document.title = `${value && wanted ? value.title : strings.nav.brief} · ${strings.name}`;
  }, [value, wanted]);
  const sheet = wanted && value && !error ? value : null;
  return (
    <div class="brief-page">
      {sheet ? null : (
        <>
          <h1 tabIndex={-1}>{strings.nav.brief}</h1>
          <p class="lead">{strings.brief.hint}</p>
        </>
      )}
      <Form query={query} />
      {error ? (
        <Failed error={error} again={again} missing={strings.brief.missing(query.get(error.problem?.parameter === "for" ? "for" : "of") ?? "")} hint={strings.brief.missingHint} />
      ) : null}
      {error && error.problem?.parameter !== "for" ? <Meant choices={error.problem?.suggestions ?? []} query={query} /> : null}
      {wanted && waiting && !sheet ? <Loading /> : null}
      {!wanted ? <Empty title={strings.timeline.choose} /> : null}
      {sheet ? <Sheet sheet={sheet} query={query} /> : null}
    </div>
  );
}
