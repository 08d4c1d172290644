/** A value that may be inferred: then it looks so, and the reason stands beside it in words. */
import type { Known } from "../format";

export function Value({ known }: { known: Known }) {
  if (!known.inferred) return <>{known.text}</>;
  return (
    <>
      <em class="inferred">{known.text}</em> <span class="why">({known.inferred})</span>
    </>
  );
}
