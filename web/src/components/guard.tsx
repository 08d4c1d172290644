/** Keeps a page that cannot show what it was given from taking the whole room with it. */
import { Component, type ComponentChildren } from "preact";

import { strings } from "../strings";

interface Properties {
  /** A new one is tried afresh. */
  page: string;
  children: ComponentChildren;
}

export class Guard extends Component<Properties, { failed: string | null }> {
  override state = { failed: null };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ failed: this.props.page });
  }

  override render({ page, children }: Properties) {
    if (this.state.failed !== page) return children;
    return (
      <div class="state" role="alert">
        <h1 class="state-title">{strings.error.page}</h1>
        <p>{strings.error.pageHint}</p>
        <p>
          <a href={location.href} target="_self">
            {strings.error.again}
          </a>
        </p>
      </div>
    );
  }
}
