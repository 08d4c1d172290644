/** Links that export exactly what is shown. With a token the file is fetched first, since a link cannot carry one. */
import { useState } from "preact/hooks";

import { fetchFile, fileAddress, keptToken } from "../api";
import { changed } from "../router";
import { strings } from "../strings";

/** Hands a file made or fetched here to the browser to be saved. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A link to a file of the API, given as its path there. */
export function FileLink({ path, name, label, onFailure }: { path: string; name: string; label: string; onFailure: (failed: boolean) => void }) {
  return (
    <a
      href={fileAddress(path)}
      download={name}
      onClick={(event) => {
        if (!keptToken()) return;
        event.preventDefault();
        onFailure(false);
        fetchFile(path).then((file) => save(file, name), () => onFailure(true));
      }}
    >
      {label}
    </a>
  );
}

export function Exports({ what, query }: { what: "documents" | "encounters" | "statements" | "figures" | "commitments"; query: URLSearchParams }) {
  const [failed, setFailed] = useState(false);
  const link = (format: "csv" | "jsonl", label: string) => {
    const asked = changed(query, { what, format, scope: null, page: null, limit: null, facets: null, typing: null });
    return <FileLink path={`/export?${asked}`} name={`${what}.${format}`} label={label} onFailure={setFailed} />;
  };
  return (
    <p class="exports">
      {strings.search.exportLabel}: {link("csv", strings.search.csv)} {link("jsonl", strings.search.jsonl)}
      {failed ? <span role="alert"> {strings.error.exportFailed}</span> : null}
    </p>
  );
}
