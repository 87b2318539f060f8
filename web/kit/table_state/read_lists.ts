/** Lists of athletes and surfaces that an address of the table holds. */
import { RECORD_LISTS, type RecordList } from "@mypacer/shared/domain/results/public_record.ts";
import { type Surface, SURFACES } from "./table_state.ts";
import { type Field, type FieldProblem, refuse } from "../forms/field.ts";
import { listedParts } from "../forms/read_value.ts";
import { MAX_ATHLETES } from "../forms/limits.ts";

/** Reads where the records that are shown were run; empty means everywhere. */
export function readSurfaces(text: string): Field<readonly Surface[]> {
  const parts = listedParts(text);
  const unknownPart = parts.find((part) => !SURFACES.some((surface) => surface === part));
  if (unknownPart !== undefined) return refuse("choice", unknownPart);
  const value = SURFACES.filter((surface) => parts.includes(surface));
  return { value: value.length === 0 ? SURFACES : value };
}

/** Reads lists of public records; unknown ones are refused. */
export function readRecordLists(text: string): Field<readonly RecordList[]> {
  const parts = listedParts(text);
  const unknownPart = parts.find((part) => !RECORD_LISTS.some((list) => list === part));
  if (unknownPart !== undefined) return refuse("choice", unknownPart);
  return { value: RECORD_LISTS.filter((list) => parts.includes(list)) };
}

/**
 * Reads federation ids. What can be shown is shown whatever else is wrong: the value and the
 * problem come together.
 */
export function readAthletes(text: string): { value: string[]; problem?: FieldProblem } {
  const parts = listedParts(text);
  const ids = [...new Set(parts.filter((part) => /^\d{1,12}$/.test(part)))];
  const unknownPart = parts.find((part) => !/^\d{1,12}$/.test(part));
  const value = ids.slice(0, MAX_ATHLETES);
  if (unknownPart !== undefined) return { value, ...refuse("athlete", unknownPart) };
  return ids.length > MAX_ATHLETES
    ? { value, ...refuse("athletes-many", String(ids.length)) }
    : { value };
}
