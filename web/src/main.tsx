import { render } from "preact";

import { App } from "./app";
import { startKeys } from "./keys";
import { startRouter } from "./router";

startRouter();
startKeys();
render(<App />, document.getElementById("app")!);
