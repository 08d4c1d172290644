// Runs before the first paint, so that a chosen colour scheme does not flash. Kept apart from the application because
// the content security policy forbids inline scripts.
import { applyScheme, keptScheme } from "./scheme";

applyScheme(keptScheme());
