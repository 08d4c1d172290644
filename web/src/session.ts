/** Who is asking, and whether they may correct: asked for once, and again when another token is given. */
import { useEffect, useState } from "preact/hooks";

import { fetchValue, keepToken } from "./api";
import type { Session } from "./types";

type Listener = (session: Session | null) => void;

const path = "/session";
const listeners = new Set<Listener>();
let known: Session | null = null;
let asked: Promise<void> | null = null;

function tell(session: Session | null): void {
  known = session;
  for (const listener of [...listeners]) listener(session);
}

async function ask(): Promise<void> {
  try {
    tell(await fetchValue<Session>(path));
  } catch {
    // Who cannot be known is shown no controls; the next page asks again.
    tell(null);
    asked = null;
  }
}

/** Null while it is not known. */
export function useSession(): Session | null {
  const [session, setSession] = useState(known);
  useEffect(() => {
    listeners.add(setSession);
    setSession(known);
    asked ??= ask();
    return () => void listeners.delete(setSession);
  }, []);
  return session;
}

export const mayCorrect = (session: Session | null): boolean => session?.role === "editor";

/** Tries a token before it is kept, so that a wrong one takes nothing away. Throws ApiError; 401 for one nobody has. */
export async function signIn(token: string): Promise<Session> {
  const session = await fetchValue<Session>(path, token);
  keepToken(token);
  asked = Promise.resolve();
  tell(session);
  return session;
}

export async function signOut(): Promise<void> {
  keepToken(null);
  asked = ask();
  await asked;
}

