import { type Field, knownValue, strength, withoutMoment } from "./precedence.ts";

/** The rule for one field in SQL: a stored row is `known`, what is told of it again `told`. */

/** Where the stored value is from. @param former Origin of a value that has none, in SQL. */
export function storedOrigin({ column }: Field, former: string): string {
  return `coalesce(known.${column}_origin, ${former})`;
}

/** Terms of the rule that were worked out before, each in SQL. */
export interface Terms {
  /** The stored value. */
  known?: string;
  /** The origin of the stored value. */
  before: string;
}

/** Whether what is told is believed against what is stored. */
export function isBelieved(field: Field, { known = knownValue(field), before }: Terms): string {
  const told = `told.${field.column}`;
  const [ofTold, ofKnown] = [strength(field, "told.origin"), strength(field, before)];
  // Told twice at one moment: any rule will do that does not ask which came first.
  return `(${told} is not null and (${known} is null or ${ofTold} > ${ofKnown}
    or ${ofTold} = ${ofKnown} and ${told}::text collate "C" < ${known}::text collate "C"))`;
}

/** The value from now on. @param isTold What {@link isBelieved} says. */
export function mergedValue({ column }: Field, isTold: string, known?: string): string {
  return `case when ${isTold} then told.${column} else ${known ?? `known.${column}`} end`;
}

/**
 * The origin from now on. A value that is told again keeps its own unless season or source are
 * stronger: confirming a row must not write it.
 */
export function mergedOrigin(
  field: Field,
  isTold: string,
  { known = knownValue(field), before }: Terms,
): string {
  const { column } = field;
  const isConfirmed = `coalesce(told.${column} = ${known}
    and ${withoutMoment("told.origin")} = ${withoutMoment(before)}, false)`;
  return `case when ${isTold} and not ${isConfirmed} then told.origin
    else known.${column}_origin end`;
}
