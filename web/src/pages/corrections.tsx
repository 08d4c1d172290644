/** Corrections: what to judge next, the log of what was judged, and how often people agreed with the program. */
import type { ComponentChildren } from "preact";

import { AgreementView } from "../components/corrections-agreement";
import { CorrectionsLog } from "../components/corrections-log";
import { CorrectionsQueue } from "../components/corrections-queue";
import { WhoAsks } from "../components/who-asks";
import { addresses } from "../router";
import { strings } from "../strings";

const texts = strings.corrections;
type Tab = "queue" | "log" | "agreement";
const tabs: Tab[] = ["queue", "log", "agreement"];

function tabOf(query: URLSearchParams): Tab {
  return tabs.find((tab) => tab === query.get("tab")) ?? "queue";
}

export function Corrections({ query }: { query: URLSearchParams }) {
  const tab = tabOf(query);
  const views: Record<Tab, () => ComponentChildren> = {
    queue: () => <CorrectionsQueue query={query} />,
    log: () => <CorrectionsLog query={query} />,
    agreement: () => <AgreementView />,
  };
  return (
    <div class="ledger corrections">
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <WhoAsks />
      <nav class="scopes" aria-label={texts.tabs.label}>
        {tabs.map((one) => (
          <a href={addresses.corrections(one === "queue" ? {} : { tab: one })} {...(one === tab ? { "aria-current": "page" as const } : {})}>
            {texts.tabs[one]}
          </a>
        ))}
      </nav>
      {views[tab]()}
    </div>
  );
}
