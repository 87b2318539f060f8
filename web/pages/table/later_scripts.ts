/** Scripts of the table that a first visit does without. */
import { laterScript } from "../../kit/browser/later_script.ts";

/**
 * The readers of its fields, loaded when somebody is about to type. If that fails, the form is sent
 * as without scripts.
 */
export const readers = laterScript(() => import("../../kit/table_state/table_input.ts"));

/** What draws the table anew: the server drew the first one. */
export const drawing = laterScript(() => import("./drawing.tsx"));

/** What follows the pointer and the keys over the table. */
export const pointing = laterScript(() => import("./pointing.ts"));
