/** Brief: its address is kept, its page is to come. */
import { Empty } from "../components/state";
import { strings } from "../strings";

export function Brief(_: { query: URLSearchParams }) {
  return (
    <>
      <h1 tabIndex={-1}>{strings.nav.brief}</h1>
      <Empty title={strings.error.noPageYet} />
    </>
  );
}
