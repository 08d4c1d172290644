/** What can be done with the words selected, or on a narrow page with the fact held. */
import type { Fact, UnitSpan } from "../facts/fact";
import type { Facts } from "../facts/facts";
import { sayMoment } from "../format";
import { strings } from "../strings";
import { citing } from "../strings/searches";
import { factHash, originalLink, passageHash } from "../text/passage";
import type { RecordedDocument } from "../types";
import { useCite } from "./cite";
import { CopyButton } from "./copy-button";

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
  /** Shown with nothing selected or held, too. */
  open: boolean;
  /** What else can be done with the fact held. */
  children?: preact.ComponentChildren;
}

export function PassageBar({ document, facts, selected, held, onShowFact, onClose, open, children }: Properties) {
  const cite = useCite();
  if (!selected && !held) {
    return open && children ? (
      <aside class="passage-bar for-fact" aria-label={strings.corrections.judge.label}>
        {children}
      </aside>
    ) : null;
  }
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
      {selected ? null : children}
      {!selected && held ? (
        <button type="button" onClick={onShowFact}>
          {strings.document.showFact}
        </button>
      ) : null}
      <CopyButton label={strings.document.copyLink} text={link} />
      {selected && original ? <CopyButton label={strings.document.copyOriginal} text={original} /> : null}
      {selected && words ? <CopyButton label={strings.document.copyQuote} text={quotation(document, words, original ?? link)} /> : null}
      {span ? (
        <button type="button" data-cite onPointerDown={(event) => event.preventDefault()} onClick={() => cite(facts.toCodePoints(span))}>
          {citing.cite}
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={onClose}>
        {strings.document.close}
      </button>
    </aside>
  );
}
