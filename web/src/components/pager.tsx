import { changed, withQuery } from "../router";
import { strings } from "../strings";

/** Ways to the page before and after; nothing where all is on one. */
export function Pager({ path, query, page, limit, total }: { path: string; query: URLSearchParams; page: number; limit: number; total: number }) {
  const pages = Math.max(1, Math.ceil(total / limit));
  if (pages < 2) return null;
  const to = (number: number) => withQuery(path, changed(query, { page: number > 1 ? String(number) : null }));
  return (
    <nav class="pager" aria-label={strings.pager.label}>
      {page > 1 ? (
        <a rel="prev" href={to(page - 1)}>
          {strings.pager.previous}
        </a>
      ) : null}
      <span>{strings.pager.page(page, pages)}</span>
      {page < pages ? (
        <a rel="next" href={to(page + 1)}>
          {strings.pager.next}
        </a>
      ) : null}
    </nav>
  );
}
