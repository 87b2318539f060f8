import { type Field, storedValueOf, strength, withoutMoment } from "./precedence.ts";

/** The rule for one field in SQL: a stored row is `stored`, a new fact `incoming`. */

/** Origin of the stored value. @param former Origin of a value without one, in SQL. */
export function storedOrigin({ column }: Field, former: string): string {
  return `coalesce(stored.${column}_origin, ${former})`;
}

/** Terms of the rule that were computed before, each in SQL. */
export interface Terms {
  /** The stored value. */
  stored?: string;
  /** The origin of the stored value. */
  before: string;
}

/** Whether the incoming value is believed rather than the stored one. */
export function isBelieved(field: Field, { stored = storedValueOf(field), before }: Terms): string {
  const incoming = `incoming.${field.column}`;
  const [ofIncoming, ofStored] = [strength(field, "incoming.origin"), strength(field, before)];
  // Two values of one moment: any rule works that does not depend on which came first.
  return `(${incoming} is not null and (${stored} is null or ${ofIncoming} > ${ofStored}
    or ${ofIncoming} = ${ofStored} and ${incoming}::text collate "C" < ${stored}::text collate "C"))`;
}

/** The merged value. @param isIncoming Result of {@link isBelieved}. */
export function mergedValue({ column }: Field, isIncoming: string, stored?: string): string {
  return `case when ${isIncoming} then incoming.${column} else ${stored ?? `stored.${column}`} end`;
}

/**
 * The merged origin. A value that is confirmed keeps its origin unless the new season or source is
 * stronger: confirming a row must not write it.
 */
export function mergedOrigin(
  field: Field,
  isIncoming: string,
  { stored = storedValueOf(field), before }: Terms,
): string {
  const { column } = field;
  const isConfirmed = `coalesce(incoming.${column} = ${stored}
    and ${withoutMoment("incoming.origin")} = ${withoutMoment(before)}, false)`;
  return `case when ${isIncoming} and not ${isConfirmed} then incoming.origin
    else stored.${column}_origin end`;
}
