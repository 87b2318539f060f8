import { z } from "zod";
import { NOT_VALID_REASONS } from "../domain/measure/estimate.ts";

/** No figure of a model, with the reason. */
export const NotValid = z.object({
  valid: z.literal(false),
  reason: z.enum(NOT_VALID_REASONS),
  /** The reason in English, with the limits. */
  detail: z.string(),
});
export type NotValid = z.output<typeof NotValid>;

/**
 * The answer of a model: its figures with `valid: true`, or why it has none with `valid: false`.
 *
 * @param figures Fields of a valid answer.
 */
export function estimate<T extends z.ZodRawShape>(figures: T) {
  return z.discriminatedUnion("valid", [
    z.object({ valid: z.literal(true), ...figures }),
    NotValid,
  ]);
}
