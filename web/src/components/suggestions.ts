/** What fields for people and countries suggest as one types. */
import { api } from "../api";
import type { Countries } from "../countries";
import { isKey } from "../people";
import { strings } from "../strings";
import type { Suggestion } from "./combobox";

export async function suggestPeople(words: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (!words.trim()) return [];
  const { people } = await api.people(words.trim(), signal);
  return people.map((person) => ({ value: isKey(person.key) ? person.key : person.name, label: person.name, note: strings.count.encounters(person.encounters) }));
}

export function suggestCountries(countries: Countries, words: string): Suggestion[] {
  const typed = words.trim().toLowerCase();
  if (!typed) return [];
  // "emi" finds the United Arab Emirates, "united a" too.
  const begins = (name: string) => name.startsWith(typed) || name.split(/[\s(]+/).some((word) => word.startsWith(typed));
  return countries.list
    .filter(({ code, name }) => code.toLowerCase() === typed || begins(name.toLowerCase()))
    .slice(0, 8)
    .map(({ code, name }) => ({ value: code, label: name, note: code }));
}

/** Of a country as typed, by its name or code; empty where there is none. */
export function codeOf(countries: Countries, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  return countries.list.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)?.code ?? "";
}
