/** The point that is held, what became of it, and the ways on from it. */
import { otherSide } from "../compare/answer";
import { labelOf, samePlace, type Comparison, type Place } from "../compare/comparison";
import { sayPoint, wordsOf } from "../compare/words";
import { shortened } from "../format";
import { strings as shared } from "../strings";
import { strings } from "../strings/compare";
import { LinkSays } from "./compare-list";

const quoteLength = 160;

interface Properties {
  comparison: Comparison;
  held: Place | null;
  candidate: Place | null;
  onCounterpart: () => void;
  onNearest: () => void;
  onClose: () => void;
}

function Quote({ comparison, place }: { comparison: Comparison; place: Place }) {
  const { language } = comparison.answer[place.side];
  const words = wordsOf(comparison, place).text.replace(/\s+/g, " ").trim();
  return <q lang={language ?? ""}>{shortened(words, quoteLength)}</q>;
}

export function CompareBar({ comparison, held, candidate, onCounterpart, onNearest, onClose }: Properties) {
  if (!held) return null;
  const links = comparison.linksOf(held);
  const near = comparison.nearestOf(held);
  return (
    <aside class="passage-bar compare-bar" aria-label={strings.held}>
      <div class="bar-fact">
        <p>
          <b class="letter">{labelOf(held)}</b> <b>{sayPoint(comparison.point(held))}</b> <Quote comparison={comparison} place={held} />
        </p>
        {links.map((link) => {
          const place = comparison.counterpart(link, held.side);
          return (
            <p>
              <LinkSays link={comparison.answer.links[link]!} /> <b class="letter">{labelOf(place)}</b>{" "}
              <Quote comparison={comparison} place={place} />
            </p>
          );
        })}
        {links.length === 0 ? (
          <p>
            <span class="relation r-alone">{strings.relation.alone}</span>{" "}
            {near && candidate && samePlace(candidate, { side: otherSide(held.side), index: near.candidate }) ? (
              <>
                <span class="note">{strings.nearestOf(labelOf(candidate), strings.alike(near.similarity))}</span> <Quote comparison={comparison} place={candidate} />
              </>
            ) : null}
          </p>
        ) : null}
      </div>
      {links.length > 0 ? (
        <button type="button" onClick={onCounterpart}>
          {strings.toCounterpart}
        </button>
      ) : near && !candidate ? (
        <button type="button" onClick={onNearest}>
          {strings.toNearest}
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={onClose}>
        {shared.document.close}
      </button>
    </aside>
  );
}
