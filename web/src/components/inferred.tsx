/** A value that may be inferred: then it looks so, and the reason stands beside it in words. */
import type { Known } from "../format";
import { strings } from "../strings";

export function Value({ known, short = false }: { known: Known; short?: boolean }) {
  if (!known.inferred) return <>{known.text}</>;
  return (
    <>
      <em class="inferred">{known.text}</em>{" "}
      <span class="why" title={known.inferred}>
        {short ? known.short : `(${known.inferred})`}
      </span>
    </>
  );
}

/** Explains the short reasons of a list. */
export function Legend() {
  return (
    <p class="legend">
      <em class="inferred">{strings.facts.legend}</em> {strings.facts.legendRest}
    </p>
  );
}
