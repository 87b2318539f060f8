import { type AthleticsEvent, findEvent } from "../../domain/results/discipline.ts";
import type { Mark } from "../../domain/measure/mark.ts";
import { parseMark } from "../../domain/measure/mark_text.ts";
import { outlineText } from "../shape.ts";
import { type Note, ValueError } from "./rows.ts";

/** An event, and whether its label is one that is known. */
export interface LabeledEvent extends AthleticsEvent {
  isKnown: boolean;
}

/**
 * Finds the event of a label; an unknown label becomes an event of its own, without further facts.
 *
 * @param label Tidied text.
 */
export function eventOf(label: string): LabeledEvent {
  const event = findEvent(label);
  if (event !== null) return { ...event, isKnown: true };
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
 * @throws {ValueError} If it is neither a mark nor such a code.
 */
export function markOf(published: string, event: LabeledEvent): Mark | null {
  // The measure of an unknown event is unknown too: a bare number can only be points, since times
  // and lengths come with their units. `Triathlon de la Vallee` is no combined event, and has a
  // time.
  const kinds = event.isKnown
    ? [event.measures, ...event.discipline === "combined" ? [undefined] : []]
    : [undefined, ...isBareNumber(published) ? ["points" as const] : []];
  for (const kind of kinds) {
    try {
      return parseMark(published, kind);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  throw new ValueError(`the mark (${outlineText(published)}) is not understood`);
}

/**
 * As {@link markOf}, for rows that are kept without a mark: null, with a note, when it is not
 * understood.
 */
export function markOrNote(published: string, event: LabeledEvent, note: Note): Mark | null {
  try {
    return markOf(published, event);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    note(error.message, { isValue: true });
    return null;
  }
}

function isBareNumber(published: string): boolean {
  return /^\d{1,3}(?: ?\d{3})*$/.test(published);
}
