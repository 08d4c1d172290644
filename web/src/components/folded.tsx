/** A list of which a screen shows the beginning until asked for the rest; paper shows it whole. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { strings } from "../strings";

/** As many as the style sheet leaves in sight. */
const few = 8;

export function Folded({ children, count, ordered }: { children: ComponentChildren; count: number; ordered?: string | undefined }) {
  const [whole, setWhole] = useState(false);
  const List = ordered ? "ol" : "ul";
  return (
    <>
      <List class={`${ordered ?? "lines"}${whole ? "" : " first-few"}`}>{children}</List>
      {count > few ? (
        <button type="button" class="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? strings.document.showFewer : strings.document.showAll(count)}
        </button>
      ) : null}
    </>
  );
}
