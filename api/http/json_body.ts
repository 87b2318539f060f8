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
  const unseen = findUnseen(given);
  if (unseen !== null) {
    throw invalidParameters([{
      parameter: unseen.path,
      given: showGiven(unseen.text),
      accepted: "text without control characters",
    }], { status: 422 });
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalidParameters(toInvalidParameters(schema, { error: parsed.error, given }), {
    status: 422,
  });
}

/**
 * Control characters but those of a text of several lines, and halves of characters: no text has
 * them.
 */
const UNSEEN = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/**
 * The first text of a body, or name of a field, that holds what cannot be seen; null when none
 * does. Deeper than any body goes that is accepted nobody looks.
 */
function findUnseen(
  value: unknown,
  path = "body",
  depth = 0,
): { path: string; text: string } | null {
  if (typeof value === "string") return UNSEEN.test(value) ? { path, text: value } : null;
  if (typeof value !== "object" || value === null || depth > 4) return null;
  for (const [name, part] of Object.entries(value)) {
    if (UNSEEN.test(name)) return { path, text: name };
    const inPart = findUnseen(part, depth === 0 ? name : `${path}.${name}`, depth + 1);
    if (inPart !== null) return inPart;
  }
  return null;
}
