/** What can be done with the words selected, or on a narrow page with the fact held. */
import { useEffect, useState } from "preact/hooks";

import type { Fact, UnitSpan } from "../facts/fact";
import type { Facts } from "../facts/facts";
import { sayMoment } from "../format";
import { strings } from "../strings";
import { factHash, originalLink, passageHash } from "../text/passage";
import type { RecordedDocument } from "../types";

/** Pages not served from this machine or over TLS have no clipboard of their own; the old way works there. */
function copyOldWay(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return copyOldWay(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function CopyButton({ label, text }: { label: string; text: string }) {
  const [told, setTold] = useState("");
  useEffect(() => setTold(""), [text]);
  return (
    <>
      <button
        type="button"
        // The words must stay selected while the button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onClick={async () => setTold((await copy(text)) ? strings.document.copied : strings.document.copyFailed)}
      >
        {told || label}
      </button>
      <span class="unseen" role="status">
        {told}
      </span>
    </>
  );
}

export function quotation(document: RecordedDocument, words: string, link: string): string {
  const { title, publisher, published } = document;
  const source = [title, publisher, sayMoment(published), link].filter(Boolean).join(", ");
  return `“${words.trim()}” (${source})`;
}

interface Properties {
  document: RecordedDocument;
  facts: Facts;
  selected: UnitSpan | null;
  held: Fact | null;
  onShowFact: () => void;
  onClose: () => void;
}

export function PassageBar({ document, facts, selected, held, onShowFact, onClose }: Properties) {
  if (!selected && !held) return null;
  const span = selected ?? held?.spans[0] ?? null;
  const hash = selected ? passageHash(facts.toCodePoints(selected)) : factHash(held!.id);
  const link = location.origin + location.pathname + hash;
  const { url } = document;
  const original = span && span.part === "text" ? originalLink(url, facts.analysis.text, span.begin, span.end) : null;
  const words = span ? facts.wordsOf(span) : "";
  return (
    <aside class={selected ? "passage-bar" : "passage-bar for-fact"} aria-label={strings.document.passage}>
      {!selected && held ? (
        <p class="bar-fact">
          <strong>{held.title}</strong> {held.note}
        </p>
      ) : null}
      {!selected && held ? (
        <button type="button" onClick={onShowFact}>
          {strings.document.showFact}
        </button>
      ) : null}
      <CopyButton label={strings.document.copyLink} text={link} />
      {selected && original ? <CopyButton label={strings.document.copyOriginal} text={original} /> : null}
      {selected && words ? <CopyButton label={strings.document.copyQuote} text={quotation(document, words, original ?? link)} /> : null}
      <button type="button" class="quiet" onClick={onClose}>
        {strings.document.close}
      </button>
    </aside>
  );
}
