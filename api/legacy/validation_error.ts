import { z } from "zod";
import { describeAccepted, fieldSchemas, valueAt } from "../http/accepted.ts";
import { quoteValue } from "../http/problem.ts";

/** Body of a refusal as the original service writes it. */
export const ValidationDetail = z.object({
  detail: z.array(z.object({
    /** Where: `body` or `query`, then the path to the value. */
    loc: z.array(z.union([z.string(), z.int()])),
    msg: z.string(),
    type: z.string(),
  })),
});
export type ValidationDetail = z.output<typeof ValidationDetail>;

/** One refused value. */
export type Refusal = ValidationDetail["detail"][number];

/** Body of every other error of the original service. */
export const PlainDetail = z.object({ detail: z.string() });

/**
 * An error of the original service's routes, in its own shape: `{"detail": …}` as
 * `application/json`.
 */
export class DetailError extends Error {
  override name = "DetailError";

  constructor(readonly status: number, readonly detail: string | Refusal[]) {
    super(typeof detail === "string" ? detail : "Refused by validation");
  }
}

/** Most refused values that one answer lists: nobody mends more at once. */
const MAX_REFUSALS = 10;

/** A refusal that says where, what is accepted, and what came instead. */
export function refusal(
  loc: readonly (string | number)[],
  { type, accepted, value }: { type: string; accepted: string; value: unknown },
): Refusal {
  const quoted = quoteValue(value);
  const msg = type === "missing"
    ? `Field required: ${accepted}`
    : `Input should be ${accepted}${quoted === null ? "" : `, given: ${quoted}`}`;
  return { loc: [...loc], msg, type };
}

/** The error for one refused value. */
export function refuse(
  loc: readonly (string | number)[],
  why: { type: string; accepted: string; value: unknown },
): DetailError {
  return new DetailError(422, [refusal(loc, why)]);
}

/** Names of kinds of errors, as the original's validation library (Pydantic 2) gives them. */
function errorType(
  issue: z.core.$ZodIssue,
  { value, whole }: { value: unknown; whole: boolean },
): string {
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return "missing";
      if (issue.expected === "array") return "list_type";
      if (issue.expected === "string") return "string_type";
      if (issue.expected === "object") return "model_attributes_type";
      return `${whole ? "int" : "float"}_${typeof value === "string" ? "parsing" : "type"}`;
    case "not_multiple_of":
      return "int_parsing";
    case "too_small":
      if (issue.origin === "array") return "too_short";
      if (issue.origin === "string") return "string_too_short";
      return issue.inclusive ? "greater_than_equal" : "greater_than";
    case "too_big":
      if (issue.origin === "array") return "too_long";
      if (issue.origin === "string") return "string_too_long";
      return issue.inclusive ? "less_than_equal" : "less_than";
    default:
      return "value_error";
  }
}

/**
 * Validates what came in the body or the query.
 *
 * @throws {DetailError} 422.
 */
export function validate<T extends z.ZodObject>(
  schema: T,
  { input, source }: { input: unknown; source: "body" | "query" },
): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = fieldSchemas(schema);
  throw new DetailError(
    422,
    parsed.error.issues.slice(0, MAX_REFUSALS).map((issue) => {
      const path = issue.path.map((part) => typeof part === "number" ? part : String(part));
      const value = valueAt(input, path);
      const field = fields[String(path[0])];
      const described = path.length > 1 ? field?.items : field;
      return refusal([source, ...path], {
        type: errorType(issue, { value, whole: described?.multipleOf === 1 }),
        accepted: path.length === 0
          ? `an object with the fields ${Object.keys(fields).join(", ")}`
          : issue.code === "custom"
          ? issue.message
          : describeAccepted(described ?? {}),
        value,
      });
    }),
  );
}
