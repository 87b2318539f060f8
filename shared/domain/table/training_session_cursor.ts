/** Reads a line of a session from left to right, and refuses a wrong part of it. */
import { type InputErrorReason, quoted } from "../measure/input_error.ts";
import type { Bounds } from "./training_session.ts";

/** Parts of a line that can be wrong; `rest` is what follows a line that was read. */
export type SessionPart =
  | "sets"
  | "repetitions"
  | "steps"
  | "length"
  | "share"
  | "recovery"
  | "rest"
  | "line";

/** Thrown by `parseSessionLine`: which part of the line is wrong, and its text. */
export class SessionError extends SyntaxError {
  override name = "SessionError";
  readonly part: SessionPart;
  /** The part as written; empty where it is missing. */
  readonly written: string;
  readonly reason: InputErrorReason;
  /** Readable lines: the same one with another part, or examples. */
  readonly suggestions: readonly string[];

  constructor(
    text: string,
    { part, written, reason, suggestions }: {
      part: SessionPart;
      written: string;
      reason: InputErrorReason;
      suggestions: readonly string[];
    },
  ) {
    super(`Cannot read session ${quoted(text)}: ${part} ${quoted(written)} is ${reason}`);
    this.part = part;
    this.written = written;
    this.reason = reason;
    this.suggestions = suggestions;
  }
}

/**
 * Why a part was refused, and what could replace it; becomes a {@link SessionError} with its whole
 * line.
 */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly part: SessionPart,
    readonly span: Span,
    readonly reason: InputErrorReason,
    /** Texts that may replace the part. */
    readonly alternatives: readonly string[] = [],
  ) {
    super(`${part} is ${reason}`);
  }
}

/** The place of a part in its line. */
export interface Span {
  start: number;
  end: number;
}

/** Refuses a number outside its bounds. */
export function checkBounds(
  value: number,
  { min, max }: Bounds,
  refusal: () => Refusal,
): void {
  if (!(value >= min && value <= max)) throw refusal();
}

/** A place in a line, from where patterns are tried. */
export class Cursor {
  at = 0;

  constructor(readonly text: string) {}

  /**
   * The match of a pattern here, and moves behind it; null without a match.
   *
   * @param pattern Sticky.
   */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  /** Whether a pattern matches here. @param pattern Sticky. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Tries to read; returns to its place when that fails. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.at;
    const value = read();
    if (value === null) this.at = start;
    return value;
  }

  /** From a place to here, without the spaces at the ends. */
  spanFrom(start: number): Span {
    const passed = this.text.slice(start, this.at);
    const first = start + passed.length - passed.trimStart().length;
    return { start: first, end: first + passed.trim().length };
  }

  /** The text of a span. */
  textOf({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }
}
