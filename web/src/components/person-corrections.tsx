/** Who is who, as people say it: joining somebody with this person, parting documents that name another, and what was said so far. */
import { useState } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { corrections } from "../corrections";
import { sayDay } from "../format";
import { isKey } from "../people";
import { addresses } from "../router";
import { mayCorrect, useSession } from "../session";
import { strings } from "../strings";
import type { DocumentHit, Person, PersonView } from "../types";
import { ReasonConfirm } from "./reason-confirm";
import { SaidOf } from "./said-of";
import { PersonField } from "./side-fields";
import { WhoAsks } from "./who-asks";

const texts = strings.corrections.people;
const mostDocuments = 100;

/** Somebody as the record knows them, so that one sees whom one joins. */
function Known({ person }: { person: Person }) {
  const span = person.first_day && person.last_day ? strings.person.span(sayDay(person.first_day), sayDay(person.last_day)) : "";
  return (
    <p>
      <a class="name-link" href={addresses.person(person.key)}>
        {person.name}
      </a>{" "}
      <span class="note">{texts.named(strings.count.documents(person.documents), span)}</span>
    </p>
  );
}

function Join({ view, onDone, onCancel }: { view: PersonView; onDone: () => void; onCancel: () => void }) {
  const [key, setKey] = useState("");
  const { value: other, error } = useAnswer(key ? paths.person(key) : null, (signal) => api.person(key, signal));
  const found = key && other && isKey(other.key) ? other : null;
  const self = found?.key === view.key;
  return (
    <ReasonConfirm
      act={found && !self ? texts.joinIt(found.name, view.name) : texts.join}
      disabled={!found || self}
      onCancel={onCancel}
      onConfirm={async (why) => {
        await corrections.make([{ action: "join_people", person: view.key, other: found!.key, ...(why ? { why } : {}) }]);
        onDone();
      }}
    >
      <h3>{texts.join}</h3>
      <p class="note">{texts.joinLead(view.name)}</p>
      <PersonField label={texts.other} name="other" value={key} onChoose={setKey} />
      {key && error ? <p class="failed">{strings.person.missing}</p> : null}
      {key && other && !isKey(other.key) ? <p class="failed">{texts.untold(other.name)}</p> : null}
      {self ? <p class="failed">{texts.self}</p> : found ? <Known person={found} /> : null}
    </ReasonConfirm>
  );
}

function DocumentChoice({ document, chosen, onChoose }: { document: DocumentHit; chosen: boolean; onChoose: () => void }) {
  return (
    <li>
      <label class="check">
        <input type="checkbox" checked={chosen} onChange={onChoose} />
        <span>
          {document.title ?? strings.untitled}{" "}
          <span class="note">
            {document.publisher ?? strings.unknownPublisher}
            {document.day ? `, ${sayDay(document.day)}` : ""}
          </span>
        </span>
      </label>
      <a class="note" href={addresses.document(document.id)} aria-label={texts.openDocument(document.title ?? strings.untitled)}>
        {texts.open}
      </a>
    </li>
  );
}

function Part({ view, onDone, onCancel }: { view: PersonView; onDone: () => void; onCancel: () => void }) {
  const query = new URLSearchParams({ about: view.key, limit: String(mostDocuments) });
  const { value } = useAnswer(paths.search(query), (signal) => api.search(query, signal));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const documents = value?.documents ?? [];
  return (
    <ReasonConfirm
      act={chosen.size > 0 ? texts.partIt(strings.count.documents(chosen.size)) : texts.noDocuments}
      disabled={chosen.size === 0}
      onCancel={onCancel}
      onConfirm={async (why) => {
        await corrections.make([{ action: "part_person", person: view.key, documents: [...chosen], ...(why ? { why } : {}) }]);
        onDone();
      }}
    >
      <h3>{texts.part}</h3>
      <p class="note">{texts.partLead(view.name)}</p>
      <ul class="part-documents" aria-busy={value === null}>
        {documents.map((document) => (
          <DocumentChoice key={document.id} document={document} chosen={chosen.has(document.id)} onChoose={() => toggle(document.id)} />
        ))}
      </ul>
      {value && value.total > documents.length ? <p class="note">{texts.more(documents.length)}</p> : null}
    </ReasonConfirm>
  );
}

export function PersonCorrections({ view, again }: { view: PersonView; again: () => void }) {
  const may = mayCorrect(useSession());
  const [step, setStep] = useState<"join" | "part" | null>(null);
  const [kept, setKept] = useState(0);
  // Of whom only a name is known, nobody has told yet who it is: there is nobody to join or part.
  if (!isKey(view.key)) return null;
  const done = () => {
    setStep(null);
    setKept(kept + 1);
    again();
  };
  const cancel = () => setStep(null);
  return (
    <section class="who-is-who" aria-labelledby="who-is-who">
      <h2 id="who-is-who">{texts.title}</h2>
      <SaidOf key={kept} of={{ person: view.key }} onDone={again} />
      {may && !step ? (
        <p class="reason-ways">
          <button type="button" onClick={() => setStep("join")}>
            {texts.join} …
          </button>
          <button type="button" onClick={() => setStep("part")}>
            {texts.part} …
          </button>
        </p>
      ) : null}
      {step === "join" ? <Join view={view} onDone={done} onCancel={cancel} /> : null}
      {step === "part" ? <Part view={view} onDone={done} onCancel={cancel} /> : null}
      <WhoAsks />
    </section>
  );
}
