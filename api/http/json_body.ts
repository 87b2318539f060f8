import type { z } from "zod";
import { toInvalidParameters } from "./accepted.ts";
import { parseJson } from "./body.ts";
import { invalidParameters, quoteValue } from "./problem.ts";

/**
 * Reads a JSON body.
 *
 * @throws {ProblemError} 400 when it is no JSON, 422 naming each field that is refused.
 */
export function parseJsonBody<T extends z.ZodObject>(schema: T, text: string): z.output<T> {
  let input: unknown;
  try {
    input = parseJson(text);
  } catch (cause) {
    throw invalidParameters([{
      parameter: "body",
      given: quoteValue(text),
      accepted: "a JSON object",
    }], { cause });
  }
  const refused = findControlCharacter(input);
  if (refused !== null) {
    throw invalidParameters([{
      parameter: refused.path,
      given: quoteValue(refused.text),
      accepted: "text without control characters",
    }], { status: 422 });
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidParameters(toInvalidParameters(schema, { error: parsed.error, input }), {
    status: 422,
  });
}

/**
 * Control characters but those of a text of several lines, and halves of characters: no text has
 * them.
 */
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/**
 * The first text of a body, or name of a field, that holds a control character; null when none
 * does. Looks no deeper than the body of any route goes.
 */
function findControlCharacter(
  value: unknown,
  path = "body",
  depth = 0,
): { path: string; text: string } | null {
  if (typeof value === "string") {
    return CONTROL_CHARACTER.test(value) ? { path, text: value } : null;
  }
  if (typeof value !== "object" || value === null || depth > 4) return null;
  for (const [name, part] of Object.entries(value)) {
    if (CONTROL_CHARACTER.test(name)) return { path, text: name };
    const inPart = findControlCharacter(part, depth === 0 ? name : `${path}.${name}`, depth + 1);
    if (inPart !== null) return inPart;
  }
  return null;
}
