import type { z } from "zod";
import type { InvalidParameter } from "@mypacer/shared/contract/problem.ts";
import {
  describeAccepted,
  fieldSchemas,
  type ParameterSchema,
  toInvalidParameters,
  unknownParameter,
} from "./accepted.ts";
import { invalidParameters, quoteValue } from "./problem.ts";

/** Numbers as the URL may hold them: no exponent, no hexadecimal, no blank. */
const NUMBER = /^-?\d{1,30}(\.\d{1,30})?$/;

/**
 * Text of the URL as the value its field wants; what is no number becomes `NaN`, which every schema
 * refuses.
 */
function fromText(text: string, schema: ParameterSchema): unknown {
  switch (schema.type) {
    case "integer":
    case "number":
      return NUMBER.test(text) ? Number(text) : NaN;
    case "array":
      return items(text).map((item) => fromText(item, schema.items ?? {}));
    default:
      return text;
  }
}

const items = (text: string) => text.split(",").map((item) => item.trim());

/**
 * Reads the query of a request.
 *
 * Strict, so that a typing error is answered instead of ignored: a parameter that does not exist,
 * is given twice or is left empty is refused like a wrong one. Lists are separated by commas.
 *
 * @throws {ProblemError} 400, naming each refused parameter, what was given and what is accepted.
 */
export function parseQuery<T extends z.ZodObject>(schema: T, url: URL): z.output<T> {
  const fields = fieldSchemas(schema);
  const errors: InvalidParameter[] = [];
  const values: Record<string, unknown> = {};
  // The same as it was typed, for what the errors repeat.
  const input: Record<string, unknown> = {};
  for (const [name, [text = "", ...more]] of textsByName(url)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      errors.push(unknownParameter(schema, name, { value: text }));
    } else if (more.length > 0) {
      errors.push({
        parameter: name,
        given: quoteValue([text, ...more]),
        accepted: `once: ${describeAccepted(field)}`,
      });
    } else {
      values[name] = fromText(text, field);
      input[name] = field.type === "array" ? items(text) : text;
    }
    if (errors.length >= 10) break;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    errors.push(...toInvalidParameters(schema, { error: parsed.error, input }));
  }
  if (errors.length > 0 || !parsed.success) throw invalidParameters(errors);
  return parsed.data;
}

/** The texts that each parameter of a query has, in the order in which they stand there. */
function textsByName(url: URL): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of url.searchParams) {
    const others = texts.get(name);
    if (others === undefined) texts.set(name, [text]);
    else others.push(text);
  }
  return texts;
}

/**
 * Reads one named part of the path.
 *
 * @throws {ProblemError} 400 when it is no such thing.
 */
export function parsePathPart<T>(
  schema: z.ZodType<T>,
  { name, value }: { name: string; value: string | undefined },
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidParameters([{
    parameter: name,
    given: quoteValue(value),
    accepted: parsed.error.issues[0]?.message ?? "another value",
  }]);
}

/**
 * Refuses every parameter, for a route that has none.
 *
 * @throws {ProblemError} 400.
 */
export function refuseQuery(url: URL): void {
  const parameters = [...url.searchParams].slice(0, 10);
  if (parameters.length === 0) return;
  throw invalidParameters(parameters.map(([name, value]) => ({
    parameter: quoteValue(name) ?? "",
    given: quoteValue(value),
    accepted: "no parameter",
  })));
}
