/**
 * Judging what the program is least certain of, one fact after another, over as many pages as there are.
 *
 * What is judged leaves the server's queue; what is skipped stays at its head, so it is passed over when more is asked for.
 */
import { useEffect, useRef, useState } from "preact/hooks";

import { api, type ApiError } from "../api";
import { corrections } from "../corrections";
import { strings } from "../strings";
import type { Correction, Count, Entity, QueuedFact, WantedCorrection } from "../types";
import { saysTheSame } from "./anew";
import { canChange, canReject } from "./fields";
import type { Change } from "./judging";
import { useKeeping, type Keeping, type Verb } from "./keeping";
import { rawFact } from "./standing";

const texts = strings.corrections.judge;
const atOnce = 20;

export interface Changing {
  fact: object;
  reading: number;
  named: Entity[];
}

/** What was wanted of a fact whose document was read anew; `now`: what it says of it now. */
export interface QueueAnew {
  document: string;
  fact: string;
  verb: Verb;
  wanted: WantedCorrection[];
  now: object | null;
  reading: number;
}

export interface Queueing {
  /** The one to be judged now; null where nothing is left. */
  fact: QueuedFact | null;
  total: number | null;
  kinds: Count[];
  skipped: number;
  error: ApiError | null;
  waiting: boolean;
  keeping: Keeping;
  why: string;
  asksWhy: boolean;
  changing: Changing | null;
  anew: QueueAnew | null;
  keepAnew: () => void;
  /** Goes on with the queue as it is now. */
  leaveAnew: () => void;
  said: string;
  /** The first one that was skipped comes again. */
  again: () => void;
  setWhy: (why: string) => void;
  giveReason: () => void;
  accept: () => void;
  reject: () => void;
  skip: () => void;
  startChange: () => void;
  stopChange: () => void;
  change: (changes: Change[]) => void;
  undo: () => void;
}

export const keyOf = (fact: QueuedFact) => `${fact.document.id} ${fact.id}`;

/** The queue from the server's answers, of one kind of fact. */
function useQueue(kind: string) {
  const [facts, setFacts] = useState<QueuedFact[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [kinds, setKinds] = useState<Count[]>([]);
  const [skipped, setSkipped] = useState(0);
  const [error, setError] = useState<ApiError | null>(null);
  const [tries, setTries] = useState(0);
  const [waiting, setWaiting] = useState(true);
  const empty = facts.length === 0;
  const done = useRef(false);
  useEffect(() => {
    if (!empty || done.current) return;
    const abort = new AbortController();
    setWaiting(true);
    setError(null);
    const query = new URLSearchParams({ offset: String(skipped), limit: String(atOnce), ...(kind ? { kind } : {}) });
    corrections.queue(query, abort.signal).then(
      (answer) => {
        done.current = answer.facts.length === 0;
        setFacts(answer.facts);
        setTotal(answer.total);
        setKinds(answer.kinds);
        setWaiting(false);
      },
      (wrong: unknown) => {
        if (abort.signal.aborted) return;
        setError(wrong as ApiError);
        setWaiting(false);
      },
    );
    return () => abort.abort();
  }, [empty, tries]);
  const again = () => {
    done.current = false;
    setSkipped(0);
    setFacts([]);
    setTries(tries + 1);
  };
  return { facts, setFacts, total, setTotal, kinds, skipped, setSkipped, error, waiting, again };
}

/** Give the component that uses it the kind as its key: another kind is another queue. */
export function useQueueing(kind: string): Queueing {
  const queue = useQueue(kind);
  const [why, setWhy] = useState("");
  const [asksWhy, setAsksWhy] = useState(false);
  const [changing, setChanging] = useState<Changing | null>(null);
  const [anew, setAnew] = useState<QueueAnew | null>(null);
  const [said, setSaid] = useState("");
  const judged = useRef<{ fact: QueuedFact; numbers: number[] }[]>([]);
  const fact = queue.facts[0] ?? null;

  const next = () => {
    queue.setFacts((before) => before.slice(1));
    setWhy("");
    setAsksWhy(false);
    setChanging(null);
    setAnew(null);
  };
  const keeping = useKeeping({
    onKept: (verb, kept: Correction[]) => {
      setSaid(texts.done[verb](fact?.quote ?? kept[0]?.label ?? ""));
      if (verb === "undo") {
        const back = judged.current.pop();
        if (back) queue.setFacts((before) => [back.fact, ...before]);
        queue.setTotal((before) => (before === null ? null : before + 1));
        setSaid(texts.done.undo(back?.fact.quote ?? ""));
        return;
      }
      if (fact) judged.current.push({ fact, numbers: kept.map((one) => one.number) });
      queue.setTotal((before) => (before === null ? null : Math.max(0, before - 1)));
      next();
    },
    onTheirs: () => {
      setSaid(strings.corrections.conflict.theirsStands);
      next();
    },
    asBefore: async (wanted) => {
      if (!fact) return null;
      const { analysis, reading } = await api.document(fact.document.id, null);
      const shown = changing?.fact ?? fact.fact;
      return saysTheSame(fact.id, shown, rawFact(analysis, fact.id)) ? wanted.map((one) => ({ ...one, reading })) : null;
    },
    onAnew: (verb, wanted) => void tellAnew(verb, wanted),
  });
  const tellAnew = async (verb: Verb, wanted: WantedCorrection[]) => {
    if (!fact) return;
    try {
      const { analysis, reading } = await api.document(fact.document.id, null);
      setAnew({ document: fact.document.id, fact: fact.id, verb, wanted, now: rawFact(analysis, fact.id) ?? null, reading });
    } catch (wrong) {
      keeping.refuse(wrong instanceof Error ? wrong.message : String(wrong));
    }
  };
  const refuse = (reason: string) => {
    setSaid("");
    keeping.refuse(reason);
  };
  const make = (verb: "confirm" | "reject" | "change", rest: Change[] = []) => {
    if (!fact) return;
    const reason = why.trim() ? { why: why.trim() } : {};
    const one: WantedCorrection = { action: verb, document: fact.document.id, fact: fact.id, seen: 0, reading: changing?.reading ?? fact.reading, ...reason };
    void keeping.make(verb, verb === "change" ? rest.map((change) => ({ ...one, ...change })) : [one]);
  };
  /** The fields and those named are the document's, which the queue does not carry. */
  const startChange = async () => {
    if (!fact || changing) return;
    if (!canChange(fact.id)) return refuse(texts.cannotChange);
    keeping.forgive();
    try {
      const { analysis, reading } = await api.document(fact.document.id, null);
      const raw = rawFact(analysis, fact.id);
      if (raw) setChanging({ fact: raw, reading, named: analysis.entities });
      else refuse(strings.document.missingFact);
    } catch (wrong) {
      refuse(wrong instanceof Error ? wrong.message : String(wrong));
    }
  };
  return {
    fact, keeping, why, asksWhy, changing, anew, said, setWhy,
    keepAnew: () => anew && void keeping.make(anew.verb, anew.wanted.map((one) => ({ ...one, reading: anew.reading }))),
    leaveAnew: () => {
      keeping.forgive();
      next();
      queue.again();
    },
    total: queue.total, kinds: queue.kinds, skipped: queue.skipped, error: queue.error, waiting: queue.waiting, again: queue.again,
    giveReason: () => setAsksWhy(true),
    accept: () => make("confirm"),
    reject: () => (fact && !canReject(fact.id) ? refuse(texts.cannotReject) : make("reject")),
    skip: () => {
      if (!fact) return;
      keeping.forgive();
      setSaid("");
      queue.setSkipped((before) => before + 1);
      next();
    },
    startChange: () => void startChange(),
    stopChange: () => setChanging(null),
    change: (changes) => changes.length > 0 && make("change", changes),
    undo: () => {
      const last = judged.current[judged.current.length - 1];
      if (last) void keeping.undo(last.numbers);
      else refuse(texts.nothingToUndo);
    },
  };
}

