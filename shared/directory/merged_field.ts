import { type Field, knownValue, strength, withoutMoment } from "./precedence.ts";

/** The rule for one field in SQL: a stored row is `known`, the incoming fact `told`. */

/** Origin of the stored value. @param former Origin of a value without one, in SQL. */
export function storedOrigin({ column }: Field, former: string): string {
  return `coalesce(known.${column}_origin, ${former})`;
}

/** Terms of the rule that were computed before, each in SQL. */
export interface Terms {
  /** The stored value. */
  known?: string;
  /** The origin of the stored value. */
  before: string;
}

/** Whether the incoming value is believed rather than the stored one. */
export function isBelieved(field: Field, { known = knownValue(field), before }: Terms): string {
  const told = `told.${field.column}`;
  const [ofTold, ofKnown] = [strength(field, "told.origin"), strength(field, before)];
  // Two values of one moment: any rule works that does not depend on which came first.
  return `(${told} is not null and (${known} is null or ${ofTold} > ${ofKnown}
    or ${ofTold} = ${ofKnown} and ${told}::text collate "C" < ${known}::text collate "C"))`;
}

/** The merged value. @param isTold Result of {@link isBelieved}. */
export function mergedValue({ column }: Field, isTold: string, known?: string): string {
  return `case when ${isTold} then told.${column} else ${known ?? `known.${column}`} end`;
}

/**
 * The merged origin. A value that is confirmed keeps its origin unless the new season or source is
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
