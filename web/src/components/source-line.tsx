/** Whose account a document is, and when it was published: stands above everything taken from it. */
import { sayDay } from "../format";
import { nameOf, strings } from "../strings";
import type { DocumentLine } from "../types";

export function SourceLine({ document }: { document: DocumentLine }) {
  return (
    <p class="source">
      <span class="publisher">{document.publisher ?? strings.unknownPublisher}</span>
      <span>{document.published ? sayDay(document.day ?? document.published) : strings.document.notDated}</span>
      <span>{nameOf(strings.names.kind, document.kind)}</span>
    </p>
  );
}
