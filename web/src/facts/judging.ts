/** Judging the facts of a document: accept, reject, change, take back, one fact or several at once. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { api } from "../api";
import { useKeys, type KeyHandlers } from "../keys";
import { mayCorrect, useSession } from "../session";
import { strings } from "../strings";
import type { Correction, RecordedDocument, WantedCorrection } from "../types";
import type { Fact } from "./fact";
import { canChange, canReject } from "./fields";
import { asBefore, carriedOver, type Anew } from "./anew";
import { Facts as AllFacts, type Facts } from "./facts";
import { useKeeping, type Keeping } from "./keeping";
import type { Reading } from "./reading";
import { lastOf, merged, rejectionsOf, seenOf, standingOf } from "./standing";

const texts = strings.corrections.judge;

export interface Change {
  field: string;
  value: string;
}

export interface Judging {
  may: boolean;
  keeping: Keeping;
  standing: ReadonlyMap<string, Correction[]>;
  chosen: ReadonlySet<string>;
  /** What a, x and e act on: the chosen ones, else the fact held. */
  subject: Fact[];
  why: string;
  asksWhy: boolean;
  changing: boolean;
  /** What the form opens with, where it was entered before. */
  entered: Change[];
  /** What could not be kept since the document was read anew; it waits until it is kept or let go. */
  anew: (Anew & { carried: WantedCorrection[] | null; read: boolean; nameOf: (id: string) => string }) | null;
  keepAnew: () => void;
  formAnew: () => void;
  leaveAnew: () => void;
  said: string;
  /** What went wrong is of the fact at which it was tried, and waits there. */
  concerns: boolean;
  setWhy: (why: string) => void;
  giveReason: () => void;
  choose: (id: string) => void;
  chooseNone: () => void;
  accept: () => void;
  reject: () => void;
  startChange: () => void;
  stopChange: () => void;
  change: (changes: Change[]) => void;
  undo: () => void;
  redo: () => void;
  bringBack: (fact: string) => void;
}

/** The space bar has a meaning of its own there. */
function pressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, input, select, textarea, summary, dialog") !== null;
}

function toggled(set: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** "Meeting" of one fact, "3 facts" of several. */
function sayFacts(facts: Facts, corrections: Correction[]): string {
  const ids = new Set(corrections.map((one) => one.fact));
  const [first] = corrections;
  return ids.size === 1 ? (facts.byId(first?.fact ?? "")?.title ?? first?.label ?? "") : texts.facts(ids.size);
}

interface Given {
  document: RecordedDocument;
  facts: Facts;
  reading: Reading;
  /** Reads the document again. */
  again: () => void;
  /** Outlives the document shown, which may be of another version once it was read anew. */
  anew: Anew | null;
  setAnew: (anew: Anew | null) => void;
}

/** What waits, said of the facts that are there now. */
function useCarried(anew: Anew | null, shown: RecordedDocument, facts: Facts): Judging["anew"] {
  return useMemo(() => {
    if (!anew) return null;
    const read = anew.before !== shown;
    const before = new AllFacts(anew.before.analysis, facts.countryName);
    return { ...anew, read, carried: read ? carriedOver(anew.wanted, before, facts) : null, nameOf: before.saysName };
  }, [anew, shown, facts]);
}

export function useJudging({ document: shown, facts, reading, again, anew: waitingAnew, setAnew }: Given): Judging {
  const session = useSession();
  const { held, take, after, walk } = reading;
  // Corrections are of the version in force; an older one is only looked at.
  const may = mayCorrect(session) && shown.all_versions.every((version) => version.current === (version.number === shown.version));
  const [told, setTold] = useState<Correction[]>([]);
  const corrections = useMemo(() => merged(shown.corrections, told), [shown, told]);
  const standing = useMemo(() => standingOf(corrections), [corrections]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState("");
  const [asksWhy, setAsksWhy] = useState(false);
  const [changed, setChanging] = useState<string | null>(null);
  const [entered, setEntered] = useState<Change[]>([]);
  const [said, setSaid] = useState("");
  const [tried, setTried] = useState("");
  const undone = useRef<number[][]>([]);
  /** The fact to go to once something was kept. */
  const next = useRef<string | null>(null);

  const keeping = useKeeping({
    onKept: (verb, kept) => {
      setTold((before) => merged(before, kept));
      setChosen(new Set());
      setWhy("");
      setAsksWhy(false);
      setChanging(null);
      setAnew(null);
      setSaid(texts.done[verb](sayFacts(facts, kept)));
      // An acceptance leaves the facts as they are; all else makes the document another.
      const anew = kept.some((one) => one.action !== "confirm");
      if (next.current) take(next.current, anew);
      if (anew) again();
    },
    onTheirs: (theirs) => {
      setTold((before) => merged(before, [theirs]));
      setChanging(null);
      setSaid(strings.corrections.conflict.theirsStands);
      again();
    },
    asBefore: async (wanted) => {
      const now = await api.document(shown.id, null);
      again();
      return asBefore(wanted, shown.analysis, now);
    },
    onAnew: (verb, wanted) => {
      setAnew({ before: shown, verb, wanted });
      again();
    },
  });
  const anew = useCarried(waitingAnew, shown, facts);
  const successor = anew?.carried?.[0]?.fact;
  useEffect(() => {
    if (successor) take(successor, false);
  }, [successor]);
  const subject = chosen.size > 0 ? facts.list.filter((fact) => chosen.has(fact.id)) : held ? [held] : [];
  const here = subject.map((fact) => fact.id).join(" ");
  const refuse = (reason: string) => {
    setTried(here);
    setSaid("");
    keeping.refuse(reason);
  };
  const make = (verb: "confirm" | "reject" | "change", facts: Fact[], rest: Change[] = [], goOn: string | null = null) => {
    next.current = goOn;
    undone.current = [];
    setTried(here);
    const reason = why.trim() ? { why: why.trim() } : {};
    const of = (fact: Fact): WantedCorrection => ({ action: verb, document: shown.id, fact: fact.id, seen: seenOf(corrections, fact.id), reading: shown.reading, ...reason });
    void keeping.make(verb, facts.flatMap((fact) => (verb === "change" ? rest.map((one) => ({ ...of(fact), ...one })) : [of(fact)])));
  };
  const reject = () => {
    const last = subject[subject.length - 1];
    if (!last) return;
    if (!subject.every((fact) => canReject(fact.id))) return refuse(texts.cannotReject);
    make("reject", subject, [], after(last, new Set(subject))?.id ?? null);
  };
  const startChange = () => {
    const [fact] = subject;
    if (!fact || subject.length > 1) return;
    if (!canChange(fact.id)) return refuse(texts.cannotChange);
    keeping.forgive();
    setSaid("");
    setEntered([]);
    setChanging(fact.id);
  };
  const keepAnew = () => {
    if (!anew?.carried) return;
    next.current = successor ?? null;
    undone.current = [];
    void keeping.make(anew.verb, anew.carried.map((one) => ({ ...one, seen: seenOf(corrections, one.fact ?? ""), reading: shown.reading })));
  };
  const formAnew = () => {
    if (!anew?.carried || !successor) return;
    setEntered(anew.carried.map(({ field, value }) => ({ field: field ?? "", value: value ?? "" })));
    setWhy(anew.carried[0]?.why ?? "");
    setChosen(new Set());
    take(successor, false);
    setChanging(successor);
    setAnew(null);
  };
  const takeBack = async (numbers: number[]) => {
    setTried(here);
    next.current = corrections.find((one) => numbers.includes(one.number))?.fact ?? null;
    if (await keeping.undo(numbers)) undone.current.push(numbers);
  };
  const judging: Judging = {
    may, keeping, standing, chosen, subject, why, asksWhy, said, setWhy, reject, startChange, entered, anew, keepAnew, formAnew,
    leaveAnew: () => {
      keeping.forgive();
      setAnew(null);
    },
    changing: changed !== null && changed === here,
    concerns: tried === here,
    giveReason: () => setAsksWhy(true),
    choose: (id) => setChosen((before) => toggled(before, id)),
    chooseNone: () => setChosen(new Set()),
    accept: () => subject.length > 0 && make("confirm", subject),
    stopChange: () => setChanging(null),
    change: (changes) => subject[0] && changes.length > 0 && make("change", [subject[0]], changes, subject[0].id),
    undo: () => {
      const numbers = lastOf(corrections, session?.user ?? null);
      if (numbers.length === 0) return refuse(texts.nothingToUndo);
      void takeBack(numbers);
    },
    redo: () => {
      const numbers = undone.current[undone.current.length - 1];
      if (!numbers) return refuse(texts.nothingToRedo);
      const one = corrections.find((correction) => correction.number === numbers[0]);
      next.current = one && one.action !== "reject" ? one.fact : null;
      void keeping.redo(numbers).then((done) => done && undone.current.pop());
    },
    bringBack: (fact) => void takeBack(rejectionsOf(corrections, fact)),
  };
  const chooseAlong = (by: 1 | -1) => {
    const along = [held, walk(by)].filter((fact) => fact !== null).map((fact) => fact.id);
    setChosen((before) => new Set([...before, ...along]));
  };
  useKeys(may ? keysOf(judging, held, chooseAlong) : {});
  return judging;
}

function keysOf(judging: Judging, held: Fact | null, chooseAlong: (by: 1 | -1) => void): KeyHandlers {
  const of = (least: number, most: number, act: () => void) => () => {
    const count = judging.subject.length;
    if (judging.anew || count < least || count > most) return false;
    act();
    return true;
  };
  return {
    a: of(1, Infinity, judging.accept),
    x: of(1, Infinity, judging.reject),
    e: of(1, 1, judging.startChange),
    r: of(1, Infinity, judging.giveReason),
    u: judging.undo,
    U: judging.redo,
    J: () => chooseAlong(1),
    K: () => chooseAlong(-1),
    " ": (event) => (held && !pressable(event.target) ? judging.choose(held.id) : false),
    Escape: () => {
      if (judging.anew) judging.leaveAnew();
      else if (judging.changing) judging.stopChange();
      else if (judging.keeping.clash && judging.concerns) judging.keeping.forgive();
      else if (judging.chosen.size > 0) judging.chooseNone();
      else return false;
      return true;
    },
  };
}
