/** A citation in its three forms, to be copied: of the words selected, of a fact's words, or of the document. */
import { createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";

import { api, paths } from "../api";
import { useAnswer } from "../answers";
import { useKeys } from "../keys";
import { citing } from "../strings/searches";
import type { Citation, RecordedDocument, Span } from "../types";
import { CopyButton } from "./copy-button";
import { Failed, Loading } from "./state";

/** What is being cited: null is the whole document, undefined nothing. */
export type Cited = Span | null | undefined;

export const CiteContext = createContext<(span: Span | null) => void>(() => undefined);
export const useCite = () => useContext(CiteContext);

/** The words selected or the fact held come first, then the document: as the buttons in sight do. */
export function pressCite(): boolean {
  const button = document.querySelector<HTMLElement>(".passage-bar [data-cite]") ?? document.querySelector<HTMLElement>("[data-cite]");
  button?.click();
  return button !== null;
}

function Form({ name, text, wrapped }: { name: string; text: string; wrapped?: boolean }) {
  return (
    <section class="citation" aria-label={name}>
      <div class="citation-head">
        <h3>{name}</h3>
        <CopyButton label={citing.copy(name)} text={text} />
      </div>
      <pre class={wrapped ? "wrapped" : ""} tabIndex={0} dir="auto">
        {text}
      </pre>
    </section>
  );
}

function Forms({ citation }: { citation: Citation }) {
  return (
    <>
      <Form name={citing.text} text={citation.text} wrapped />
      <Form name={citing.bibtex} text={citation.bibtex} />
      <Form name={citing.csl} text={JSON.stringify([citation.csl], null, 2)} />
    </>
  );
}

export function CiteDialog({ document: shown, span, onClose }: { document: RecordedDocument; span: Span | null; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { id, version } = shown;
  const { value, error, again } = useAnswer(paths.cite(id, version, span), (signal) => api.cite(id, version, span, signal));
  useEffect(() => dialog.current?.showModal(), []);
  // The page's own Escape would let go of the fact behind the dialog.
  useKeys({ Escape: () => dialog.current?.close(), q: () => undefined });
  return (
    <dialog
      ref={dialog}
      class="help cite"
      aria-labelledby="cite-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div class="help-body">
        <h2 id="cite-title">{citing.title(span !== null)}</h2>
        <p class="note">{citing.whose}</p>
        {error ? <Failed error={error} again={again} /> : value ? value.citations.map((one) => <Forms citation={one} />) : <Loading />}
        <button type="button" onClick={() => dialog.current?.close()}>
          {citing.close}
        </button>
      </div>
    </dialog>
  );
}
