/**
 * What was typed cannot be read; carries the reason, so that a page can say it in its own language.
 */
import type { InputValue } from "./input_value.ts";

/**
 * Why a typed value was refused: `unreadable` = of no known form, `ambiguous` = could mean several
 * values (each in `suggestions`), `overflow` = minutes or seconds of 60 or more behind a bigger
 * unit, `out-of-range` = zero, or beyond what can be read.
 */
export type InputErrorReason = "unreadable" | "ambiguous" | "overflow" | "out-of-range";

/** Kinds of values a visitor types. */
export type InputKind = "time" | "pace" | "speed" | "distance";

/** Thrown by `parseTime`, `parsePace`, `parseSpeed` and `parseDistance`. */
export class InputError extends SyntaxError {
  override name = "InputError";
  readonly kind: InputKind;
  readonly reason: InputErrorReason;
  /** Values that the text may have meant; none where it is of no known form. */
  readonly suggestions: readonly InputValue[];

  /**
   * @param text What was typed; the message repeats at most 40 characters of it.
   * @param detail Reason in English, the end of the message.
   */
  constructor(
    kind: InputKind,
    text: string,
    detail: string,
    { reason, suggestions = [] }: { reason: InputErrorReason; suggestions?: readonly InputValue[] },
  ) {
    super(`Cannot read ${kind} ${quoted(text)}: ${detail}`);
    this.kind = kind;
    this.reason = reason;
    this.suggestions = suggestions;
  }
}

/** Quotes a text for a message, cut to 40 characters. */
export function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
