import type { z } from "zod";
import { toInvalidParameters } from "./accepted.ts";
import { parseJson } from "./body.ts";
import { invalidParameters, showGiven } from "./problem.ts";

/**
 * Reads a JSON body.
 *
 * @throws {ProblemError} 400 when it is no JSON, 422 naming each field that is refused.
 */
export function parseJsonBody<T extends z.ZodObject>(schema: T, text: string): z.output<T> {
  let given: unknown;
  try {
    given = parseJson(text);
  } catch (cause) {
    throw invalidParameters([{
      parameter: "body",
      given: showGiven(text),
      accepted: "a JSON object",
    }], { cause });
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalidParameters(toInvalidParameters(schema, { error: parsed.error, given }), {
    status: 422,
  });
}
