/** Facts of many documents as a table, which a narrow page stacks; each row names whose account it is. */
import type { ComponentChildren } from "preact";

import { sayDay } from "../format";
import { addresses } from "../router";
import { strings } from "../strings";
import type { DocumentLine } from "../types";

export function FactTable({ name, columns, children }: { name: string; columns: string[]; children: ComponentChildren }) {
  return (
    // The roles stay where a narrow page lays the cells out as blocks.
    <table class="ledger-table" role="table" aria-label={name}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Told({ document }: { document: DocumentLine }) {
  return (
    <td role="cell" class="told">
      {document.publisher ?? strings.unknownPublisher}
      <a class="note" href={addresses.document(document.id)}>
        {document.day || document.published ? sayDay(document.day ?? document.published) : strings.document.notDated}
      </a>
    </td>
  );
}
