/** Names of countries by code, asked for once. Until they arrive, and for codes unknown, the code itself is shown. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { CountryName } from "./types";

export class Countries {
  private readonly names: Map<string, string>;

  constructor(readonly list: CountryName[]) {
    this.names = new Map(list.map((country) => [country.code, country.name]));
  }

  nameOf = (code: string | null | undefined): string => (code ? (this.names.get(code) ?? code) : "");
}

export const CountriesContext = createContext(new Countries([]));
export const useCountries = (): Countries => useContext(CountriesContext);
