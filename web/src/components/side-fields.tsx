/** Fields for a country, for a person, and for either of them. */
import { useCountries } from "../countries";
import { usePersonName } from "../person-name";
import { strings } from "../strings";
import { Combobox } from "./combobox";
import { codeOf, suggestCountries, suggestPeople } from "./suggestions";

interface Properties {
  label: string;
  hint?: string;
  name: string;
  value: string;
  onChoose: (value: string) => void;
}

export function PersonField(properties: Properties) {
  const name = usePersonName(properties.value);
  return <Combobox {...properties} show={() => name} suggest={suggestPeople} listLabel={strings.ledger.matches} />;
}

/** What is no country is not asked for. */
export function CountryField({ onChoose, ...properties }: Properties) {
  const countries = useCountries();
  return (
    <Combobox
      {...properties}
      show={countries.nameOf}
      suggest={async (words) => suggestCountries(countries, words)}
      listLabel={strings.ledger.matches}
      onChoose={(typed) => onChoose(codeOf(countries, typed))}
    />
  );
}

export function SideField({ onChoose, ...properties }: Properties) {
  const countries = useCountries();
  const name = usePersonName(properties.value);
  return (
    <Combobox
      {...properties}
      show={(value) => (/^[A-Z]{3}$/.test(value) ? countries.nameOf(value) : name)}
      suggest={async (words, signal) => [...suggestCountries(countries, words).slice(0, 4), ...(await suggestPeople(words, signal))].slice(0, 9)}
      listLabel={strings.ledger.matches}
      onChoose={(typed) => onChoose(codeOf(countries, typed) || typed)}
    />
  );
}
