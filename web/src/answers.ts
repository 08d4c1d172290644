/** Asking the server from a component: one question at a time, the last one wins, what is stale is taken back. */
import { useEffect, useRef, useState } from "preact/hooks";

import { ApiError, rememberedAnswer } from "./api";

export interface Answer<T> {
  value: T | null;
  error: ApiError | null;
  /** An answer is awaited; `value` may still hold the one before. */
  waiting: boolean;
  again: () => void;
}

/** `key` names the question (its path); a new key asks anew and aborts the question before. Null asks nothing. */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [state, setState] = useState<{ key: string | null; value: T | null; error: ApiError | null; waiting: boolean }>(() => {
    const value = key === null ? null : (rememberedAnswer<T>(key) ?? null);
    return { key, value, error: null, waiting: key !== null && value === null };
  });
  const [tries, setTries] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;

  useEffect(() => {
    if (key === null) return;
    const known = rememberedAnswer<T>(key);
    if (known !== undefined) {
      setState({ key, value: known, error: null, waiting: false });
      return;
    }
    const abort = new AbortController();
    setState((before) => ({ ...before, waiting: true, error: null }));
    asking.current(abort.signal).then(
      (value) => setState({ key, value, error: null, waiting: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const told = error instanceof ApiError ? error : new ApiError(-1, String(error));
        setState({ key, value: null, error: told, waiting: false });
      },
    );
    return () => abort.abort();
  }, [key, tries]);

  // A new question is awaited from the moment it is put, not only once it has been sent.
  const waiting = state.waiting || (key !== null && state.key !== key);
  return { value: state.value, error: waiting ? null : state.error, waiting, again: () => setTries(tries + 1) };
}
