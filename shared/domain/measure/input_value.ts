/**
 * Single values as a person types them: how a text was read, or how it could be written instead.
 */

/** Unit of length of a pace or a speed. */
type PerUnit = "km" | "mi";

/** A value with its unit, as a field of the site takes it. */
export type InputValue =
  /** Whole hundredths of a second. */
  | { kind: "time"; hundredths: number }
  /** Seconds per unit. */
  | { kind: "pace"; seconds: number; per: PerUnit }
  /** Units per hour; `decimals` are those that were typed. */
  | { kind: "speed"; speed: number; per: PerUnit; decimals?: number }
  | { kind: "distance"; meters: number }
  | { kind: "number"; value: number }
  /** Written alike in every language. */
  | { kind: "text"; text: string };
