import type { z } from "zod";
import { type CamelCase, camelCase } from "@mypacer/shared/contract/spelling.ts";

/** The names of a schema's fields, in both spellings. */
const fieldsOf = new WeakMap<z.ZodObject, readonly (readonly [onWire: string, inCode: string])[]>();

/** An object with the names of its own fields in camelCase; their values are as on the wire. */
type CamelFields<T> = { [Key in keyof T as CamelCase<Key>]: T[Key] };

/**
 * An object of the contract, made of a value that holds its fields in camelCase. Only fields that
 * the schema names leave, in its order: the same content always gives the same text, whatever else
 * the value holds.
 */
export function toWire<Schema extends z.ZodObject>(
  schema: Schema,
  value: CamelFields<z.output<Schema>>,
): z.output<Schema> {
  let fields = fieldsOf.get(schema);
  if (fields === undefined) {
    fields = Object.keys(schema.shape).map((name) => [name, camelCase(name)] as const);
    fieldsOf.set(schema, fields);
  }
  const source = value as Record<string, unknown>;
  const object: Record<string, unknown> = {};
  for (const [onWire, inCode] of fields) object[onWire] = source[inCode];
  return object as z.output<Schema>;
}
