import { type AthleticsEvent, findEvent } from "../../domain/discipline.ts";
import { type Mark, parseMark } from "../../domain/mark.ts";
import { outlineText } from "../shape.ts";
import { RowError } from "./rows.ts";

/** An event, and whether its label is one that is known. */
export interface LabeledEvent extends AthleticsEvent {
  isKnown: boolean;
}

/**
 * Finds the event of a label; a label that is not known is an event of its own of which nothing can be told.
 *
 * @param label Tidied text.
 */
export function eventOf(label: string): LabeledEvent {
  const known = findEvent(label);
  if (known !== null) return { ...known, isKnown: true };
  return {
    label,
    discipline: "other",
    distance: null,
    isRunning: false,
    measures: "time",
    isKnown: false,
  };
}

/**
 * Reads the mark of an event.
 *
 * @param published Tidied text.
 * @returns Null for a code that says there is none.
 * @throws {RowError} If it is neither a mark nor such a code.
 */
export function markOf(published: string, event: LabeledEvent): Mark | null {
  try {
    // Of an event that is not known nothing is known about its measure either.
    return parseMark(published, event.isKnown ? event.measures : undefined);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RowError(`the mark (${outlineText(published)}) is not understood`);
  }
}
