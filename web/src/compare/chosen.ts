/** The document chosen in the results of a search, until another is chosen to compare it with. Kept for this tab. */
import { useEffect, useState } from "preact/hooks";

export interface Chosen {
  id: string;
  title: string;
}

const key = "chancery.compare.chosen";
const listeners = new Set<() => void>();
let chosen: Chosen[] = read();

function read(): Chosen[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is Chosen => typeof one?.id === "string" && typeof one?.title === "string").slice(0, 2) : [];
  } catch {
    return [];
  }
}

export function choose(next: Chosen[]): void {
  // The two chosen last: a third takes the place of the first.
  chosen = next.slice(-2);
  try {
    sessionStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // Then the choice ends with the page.
  }
  for (const listener of [...listeners]) listener();
}

export function toggle(one: Chosen): void {
  choose(chosen.some(({ id }) => id === one.id) ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one]);
}

export function useChosen(): Chosen[] {
  const [shown, setShown] = useState(chosen);
  useEffect(() => {
    const listener = () => setShown(chosen);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return shown;
}
