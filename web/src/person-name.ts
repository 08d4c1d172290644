/** The name behind a person's key, asked for once it is shown; a name stays as it is. */
import { api, paths } from "./api";
import { useAnswer } from "./answers";
import { isKey } from "./people";

export function usePersonName(person: string): string {
  const key = isKey(person) ? person : null;
  const { value } = useAnswer(key && paths.person(key), (signal) => api.person(key!, signal));
  return key ? (value?.name ?? "") : person;
}
