import type { z } from "zod";
import { refuse, validate } from "./validation_error.ts";

const NUMBER = /^-?\d{1,40}(\.\d{1,40})?$/;

/**
 * A text that reads as a number is one here, as in the original; anything else is left to the
 * schema.
 */
export function numberIfNumeric(value: unknown): unknown {
  return typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : value;
}

/**
 * Reads the query as the original does: parameters it does not know are ignored, of one given twice
 * the last counts.
 *
 * @param texts Names of the parameters that are text.
 * @throws {DetailError} 422.
 */
export function parseLegacyQuery<T extends z.ZodObject>(
  schema: T,
  { url, texts = [] }: { url: URL; texts?: readonly string[] },
): z.output<T> {
  const input = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = url.searchParams.getAll(name).at(-1);
      return value === undefined
        ? []
        : [[name, texts.includes(name) ? value : numberIfNumeric(value)]];
    }),
  );
  for (const name of texts) {
    const value = input[name];
    // deno-lint-ignore no-control-regex -- refusing control characters is the point
    if (typeof value === "string" && /[\u0000-\u001f\u007f]/.test(value)) {
      throw refuse(["query", name], {
        type: "value_error",
        accepted: "text without control characters",
        value,
      });
    }
  }
  return validate(schema, { input, source: "query" });
}
