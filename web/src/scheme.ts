/** The colour scheme: the system's, unless the reader has chosen one. The choice is kept in this browser. */

export type Scheme = "system" | "light" | "dark";

const key = "chancery.scheme";

export function keptScheme(): Scheme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function applyScheme(scheme: Scheme): void {
  if (scheme === "system") delete document.documentElement.dataset["scheme"];
  else document.documentElement.dataset["scheme"] = scheme;
}

export function chooseScheme(scheme: Scheme): void {
  applyScheme(scheme);
  try {
    if (scheme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, scheme);
  } catch {
    // A browser that keeps nothing still shows the scheme until the page is left.
  }
}
