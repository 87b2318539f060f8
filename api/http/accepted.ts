import { z } from "zod";
import type { InvalidParameter } from "@mypacer/shared/contract/problem.ts";
import { quoteValue } from "./problem.ts";

/** The parts of JSON Schema that parameters are made of. */
export interface ParameterSchema {
  type?: string;
  description?: string;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  items?: ParameterSchema;
  anyOf?: ParameterSchema[];
}

const schemaCache = new WeakMap<z.ZodObject, Record<string, ParameterSchema>>();

/** JSON Schema of each field of an object schema, by name. */
export function fieldSchemas(schema: z.ZodObject): Record<string, ParameterSchema> {
  let fields = schemaCache.get(schema);
  if (fields === undefined) {
    const { properties = {} } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
    fields = Object.fromEntries(
      Object.entries(properties as Record<string, ParameterSchema>)
        .map(([name, field]) => [name, withoutNull(field)]),
    );
    schemaCache.set(schema, fields);
  }
  return fields;
}

/** What a field accepts beside null. */
function withoutNull(field: ParameterSchema): ParameterSchema {
  const [only, ...others] = field.anyOf?.filter(({ type }) => type !== "null") ?? [];
  return only !== undefined && others.length === 0 ? only : field;
}

/** Says in words what a field accepts, e.g. `a whole number from 1 to 100 (20 unless given)`. */
export function describeAccepted(schema: ParameterSchema): string {
  const fallback = schema.default === undefined
    ? ""
    : ` (${JSON.stringify(schema.default)} unless given)`;
  return `${describeKind(schema)}${fallback}`;
}

function describeKind(schema: ParameterSchema): string {
  if (schema.enum !== undefined) return `one of ${schema.enum.join(", ")}`;
  switch (schema.type) {
    case "integer":
      return `a whole number${range(schema)}`;
    case "number":
      return `a ${schema.multipleOf === 1 ? "whole number" : "number"}${range(schema)}`;
    case "array":
      return `a list of ${span(schema.minItems, schema.maxItems)} values, each ${
        describeKind(schema.items ?? {})
      }`;
    case "string":
      return schema.pattern !== undefined
        ? `text that matches ${schema.pattern}`
        : `text of ${span(schema.minLength, schema.maxLength)} characters`;
    default:
      return "a value";
  }
}

function range(schema: ParameterSchema): string {
  const { exclusiveMinimum: above, exclusiveMaximum: below } = schema;
  // Zod writes the bounds of what a number can hold exactly where a schema names none.
  const minimum = schema.minimum === Number.MIN_SAFE_INTEGER ? undefined : schema.minimum;
  const maximum = schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum;
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const bounds = [
    above === undefined ? "" : ` above ${above}`,
    minimum === undefined ? "" : ` of at least ${minimum}`,
    below === undefined ? "" : ` below ${below}`,
    maximum === undefined ? "" : ` up to ${maximum}`,
  ];
  return bounds.filter((bound) => bound !== "").join(" and");
}

function span(from: number | undefined, to: number | undefined): string {
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  if (from !== undefined) return `at least ${from}`;
  return to === undefined ? "any number of" : `at most ${to}`;
}

/** Zod issues that have a message of ours: a pattern, a refinement. */
const WITH_MESSAGE = new Set(["invalid_format", "custom"]);

/** The part of a value at the path of an issue. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/**
 * Turns what zod refuses into refused parameters.
 *
 * @param options.input What was validated: each error repeats its part.
 */
export function toInvalidParameters(
  schema: z.ZodObject,
  { error, input }: { error: z.ZodError; input: unknown },
): InvalidParameter[] {
  const fields = fieldSchemas(schema);
  return error.issues.slice(0, 10).flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.slice(0, 10).map((key) =>
        unknownParameter(schema, key, { value: valueAt(input, [key]) })
      );
    }
    const [name, ...rest] = issue.path;
    if (name === undefined) {
      const names = Object.keys(fields).join(", ");
      return {
        parameter: "body",
        given: quoteValue(input),
        accepted: `a JSON object with the fields ${names}`,
      };
    }
    const field = fields[String(name)] ?? {};
    const inner = rest.length > 0 && field.items !== undefined ? field.items : field;
    return {
      parameter: issue.path.join("."),
      given: quoteValue(valueAt(input, issue.path)),
      accepted: WITH_MESSAGE.has(issue.code) && issue.message !== ""
        ? issue.message
        : describeAccepted(inner),
    };
  });
}

/** The error for a parameter that does not exist. */
export function unknownParameter(
  schema: z.ZodObject,
  name: string,
  { value }: { value: unknown },
): InvalidParameter {
  const names = Object.keys(fieldSchemas(schema));
  return {
    parameter: quoteValue(name) ?? "",
    given: quoteValue(value),
    accepted: names.length === 0 ? "no parameter" : `only the parameters ${names.join(", ")}`,
  };
}
