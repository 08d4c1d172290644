/**
 * Having corrections kept by the server, one request at a time.
 *
 * What is shown as kept is what the server answered. What it refused is told with the reason, or as a clash where
 * another person has corrected the same fact since; whoever asked keeps what they entered. A document that was read
 * anew meanwhile and says the same as before is none of their concern.
 */
import { useState } from "preact/hooks";

import { Conflict, corrections as client, MadeAnew, Refusal } from "../corrections";
import { strings } from "../strings";
import type { Correction, KeptCorrections, WantedCorrection } from "../types";
import { knowing } from "./standing";

export type Verb = keyof typeof strings.corrections.judge.done;

export interface Clash {
  conflict: Conflict;
  wanted: WantedCorrection[];
  verb: Verb;
}

export interface Keeping {
  waiting: boolean;
  error: unknown;
  clash: Clash | null;
  /** True where it was kept. */
  make: (verb: Verb, wanted: WantedCorrection[]) => Promise<boolean>;
  undo: (numbers: number[]) => Promise<boolean>;
  redo: (numbers: number[]) => Promise<boolean>;
  refuse: (reason: string) => void;
  forgive: () => void;
  keepTheirs: () => void;
  keepMine: () => Promise<boolean>;
  leaveOut: () => Promise<boolean>;
}

interface Given {
  onKept: (verb: Verb, kept: Correction[]) => void;
  /** The reader lets theirs stand. */
  onTheirs: (theirs: Correction) => void;
  /** The same of a document read anew that says the same; null where it says something else. */
  asBefore?: (wanted: WantedCorrection[]) => Promise<WantedCorrection[] | null>;
  onAnew?: (verb: Verb, wanted: WantedCorrection[]) => void;
}

export function useKeeping({ onKept, onTheirs, asBefore, onAnew }: Given): Keeping {
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [clash, setClash] = useState<Clash | null>(null);

  const kept = async (wanted: WantedCorrection[], ask: () => Promise<KeptCorrections>): Promise<KeptCorrections> => {
    try {
      return await ask();
    } catch (wrong) {
      const same = wrong instanceof MadeAnew && wanted.length > 0 && asBefore ? await asBefore(wanted).catch(() => null) : null;
      if (!same) throw wrong;
      return client.make(same);
    }
  };
  const attempt = async (verb: Verb, wanted: WantedCorrection[], ask: () => Promise<KeptCorrections>): Promise<boolean> => {
    if (waiting) return false;
    setWaiting(true);
    setError(null);
    setClash(null);
    try {
      const answer = await kept(wanted, ask);
      onKept(verb, answer.corrections);
      return true;
    } catch (wrong) {
      // What is already taken back, or done again, leaves nothing to choose.
      if (wrong instanceof Conflict && wanted.length > 0) setClash({ conflict: wrong, wanted, verb });
      else if (wrong instanceof MadeAnew && wanted.length > 0 && onAnew) onAnew(verb, wanted);
      else setError(wrong);
      return false;
    } finally {
      setWaiting(false);
    }
  };
  const make = (verb: Verb, wanted: WantedCorrection[]) => attempt(verb, wanted, () => client.make(wanted));
  return {
    waiting,
    error,
    clash,
    make,
    undo: (numbers) => attempt("undo", [], () => client.undo(numbers)),
    redo: (numbers) => attempt("redo", [], () => client.redo(numbers)),
    refuse: (reason) => setError(new Refusal(reason)),
    forgive: () => {
      setError(null);
      setClash(null);
    },
    keepTheirs: () => {
      if (clash) onTheirs(clash.conflict.theirs);
      setClash(null);
    },
    keepMine: async () => clash !== null && make(clash.verb, knowing(clash.wanted, clash.conflict.theirs)),
    leaveOut: async () => clash !== null && make(clash.verb, clash.wanted.filter((one) => one.fact !== clash.conflict.theirs.fact)),
  };
}
