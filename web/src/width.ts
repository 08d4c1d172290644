/** How wide an element is, so that a picture is drawn for it: one that is scaled would scale its words too. */
import { useEffect, useRef, useState } from "preact/hooks";

/** `usual`: what is taken for it until it is known. */
export function useWidth(usual = 0): [{ current: HTMLDivElement | null }, number] {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return [frame, width];
}
