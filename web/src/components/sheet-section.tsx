/** A part of a page that tells all of one thing: its title with how many there are, a list, and the way to the rest. */
import type { ComponentChildren } from "preact";

import { strings } from "../strings";
import { Folded } from "./folded";

interface Properties {
  id: string;
  title: string;
  /** In the record, which may be more than are shown. */
  total: number;
  shown: number;
  children: ComponentChildren;
  /** What is to be known of the list. */
  note?: string | undefined;
  all?: { href: string; name: string } | undefined;
  empty?: string;
  /** Of an ordered list. */
  ordered?: string;
}

export function SheetSection({ id, title, total, shown, children, note, all, empty = strings.person.none, ordered }: Properties) {
  return (
    <section class={`facts-group g-${id}`} aria-labelledby={id}>
      <div class="group-head">
        <h2 id={id}>
          {title} {total > 0 ? <span class="count">{strings.number(total)}</span> : null}
        </h2>
      </div>
      {note && shown > 0 ? <p class="note section-note">{note}</p> : null}
      {shown > 0 ? <Folded count={shown} ordered={ordered}>{children}</Folded> : <p class="none">{empty}</p>}
      {all && total > 0 ? (
        <p class="section-all">
          <a href={all.href}>{all.name}</a>
        </p>
      ) : null}
    </section>
  );
}
