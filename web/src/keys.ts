/**
 * The keyboard. Components ask for keys while they are shown; the one asked for last comes first.
 *
 * Single letters do nothing while one types, with a modifier, or where the reader has turned them off (WCAG 2.1.4).
 */
import { useLayoutEffect, useRef } from "preact/hooks";

/** Returns false to let the next one have the key. */
export type KeyHandlers = Record<string, (event: KeyboardEvent) => boolean | void>;

const storageKey = "chancery.keys";
const stack: { current: KeyHandlers }[] = [];
let prefix = "";

export function keysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // Nothing is kept then; the keys stay on.
  }
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // What stands behind a dialog does not hear.
  if (target.closest("dialog")) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const single = event.key.length === 1;
  if (single && (typing(event.target) || !keysOn())) return;
  const key = prefix ? `${prefix} ${event.key}` : event.key;
  prefix = "";
  for (const handlers of [...stack].reverse()) {
    const handler = handlers.current[key];
    if (handler && handler(event) !== false) {
      event.preventDefault();
      return;
    }
  }
  if (event.key === "g" && single) {
    prefix = "g";
    setTimeout(() => (prefix = ""), 1200);
  }
}

export function startKeys(): void {
  document.addEventListener("keydown", dispatch);
}

export function useKeys(handlers: KeyHandlers): void {
  const held = useRef(handlers);
  held.current = handlers;
  // With the drawing, not after it: a key pressed as soon as something is seen finds it.
  useLayoutEffect(() => {
    stack.push(held);
    return () => void stack.splice(stack.indexOf(held), 1);
  }, []);
}

/** Moves the focus among what the page marks with data-step, from where it is or from what is in sight. */
export function step(by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("main [data-step]")].filter((one) => one.getClientRects().length > 0);
  if (all.length === 0) return false;
  const active = document.activeElement;
  let at = all.findIndex((one) => one === active || one.closest("[data-row]")?.contains(active ?? null));
  if (at < 0) at = by > 0 ? -1 : all.length;
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))]!;
  next.focus({ preventScroll: true });
  (next.closest("[data-row]") ?? next).scrollIntoView({ block: "nearest" });
  return true;
}

/** Puts the cursor into the page's search field. */
export function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[data-search]")].filter((one) => one.getClientRects().length > 0);
  const field = fields[fields.length - 1];
  if (!field) return false;
  field.focus();
  field.select();
  return true;
}
