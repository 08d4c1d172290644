/**
 * Addresses are the state of the page: every view can be linked, and back and forward work.
 *
 * Links are plain <a href>; clicks on those of this site are answered without loading the page anew.
 */
import { useEffect, useState } from "preact/hooks";

export interface Address {
  path: string;
  query: URLSearchParams;
  hash: string;
}

type Listener = (address: Address, back: boolean) => void;

const listeners = new Set<Listener>();
const scrolls = new Map<string, number>();
let visits = 0;

export function currentAddress(): Address {
  return { path: location.pathname, query: new URLSearchParams(location.search), hash: location.hash };
}

/** Whether going back stays in the reading room. */
export function canGoBack(): boolean {
  return visits > 0;
}

function visitKey(): string {
  return (history.state as { visit?: string } | null)?.visit ?? "first";
}

function announce(back: boolean): void {
  const address = currentAddress();
  for (const listener of [...listeners]) listener(address, back);
}

export function navigate(target: string, { replace = false } = {}): void {
  if (replace) {
    history.replaceState(history.state, "", target);
  } else {
    scrolls.set(visitKey(), scrollY);
    visits += 1;
    history.pushState({ visit: `${Date.now()}-${visits}` }, "", target);
  }
  announce(false);
}

/** Where the reader had scrolled to when this entry of the history was left. */
export function keptScroll(): number {
  return scrolls.get(visitKey()) ?? 0;
}

function ownLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return null;
  return link.pathname.startsWith("/api/") || link.pathname.startsWith("/assets/") ? null : link;
}

export function startRouter(): void {
  history.scrollRestoration = "manual";
  if (!history.state) history.replaceState({ visit: "first" }, "");
  let at = visitKey();
  addEventListener("scroll", () => scrolls.set(visitKey(), scrollY), { passive: true });
  addEventListener("popstate", () => {
    const back = visitKey() !== at;
    at = visitKey();
    announce(back);
  });
  document.addEventListener("click", (event) => {
    const link = ownLink(event);
    if (!link) return;
    // The skip link only moves the focus.
    if (link.classList.contains("skip")) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
    at = visitKey();
  });
}

export function useAddress(): { address: Address; back: boolean } {
  const [state, setState] = useState(() => ({ address: currentAddress(), back: false }));
  useEffect(() => {
    const listener: Listener = (address, back) => setState({ address, back });
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return state;
}

/** The same query with some names set anew; an empty value takes the name away, and with any change the page goes back to the first. */
export function changed(query: URLSearchParams, changes: Record<string, string | string[] | null>): URLSearchParams {
  const result = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    result.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) if (one) result.append(name, one);
  }
  if (!("page" in changes)) result.delete("page");
  return result;
}

export function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Only what the server knows: an address may carry names that others have put there, which it would refuse. */
export function only(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name, value]) => names.includes(name) && value !== ""));
}

export const addresses = {
  home: "/",
  search: (query?: URLSearchParams | Record<string, string>) => withQuery("/search", new URLSearchParams(query)),
  ledger: (query?: URLSearchParams | Record<string, string>) => withQuery("/ledger", new URLSearchParams(query)),
  document: (id: string, hash = "") => `/documents/${encodeURIComponent(id)}${hash}`,
  encounter: (id: string) => `/encounters/${encodeURIComponent(id)}`,
  /** By name as a document writes it, or by key. */
  person: (name: string) => `/people/${encodeURIComponent(name)}`,
  /** One address for both orders. */
  pair: (a: string, b: string, query?: URLSearchParams) => withQuery(a < b ? `/pairs/${a}/${b}` : `/pairs/${b}/${a}`, query ?? new URLSearchParams()),
  matrix: (query?: URLSearchParams) => withQuery("/matrix", query ?? new URLSearchParams()),
  commitments: (query?: URLSearchParams | Record<string, string>) => withQuery("/commitments", new URLSearchParams(query)),
  figures: (query?: URLSearchParams | Record<string, string>) => withQuery("/figures", new URLSearchParams(query)),
  timeline: (query?: URLSearchParams | Record<string, string>) => withQuery("/timeline", new URLSearchParams(query)),
  compare: (query?: URLSearchParams | Record<string, string>) => withQuery("/compare", new URLSearchParams(query)),
  brief: (query?: URLSearchParams | Record<string, string>) => withQuery("/brief", new URLSearchParams(query)),
  corrections: (query?: URLSearchParams | Record<string, string>) => withQuery("/corrections", new URLSearchParams(query)),
  searches: () => "/searches",
};
