import { LENGTH_UNITS, type LengthUnit, type Speed } from "@mypacer/shared/domain/measure/pace.ts";
import type { Effort } from "@mypacer/shared/domain/measure/estimate.ts";
import {
  type Field,
  type Notes,
  type Problems,
  readChoice,
  refuse,
  typedText,
} from "../../kit/forms/field.ts";
import { queryOf } from "../../kit/forms/query.ts";
import { readVma } from "../../kit/forms/read_values.ts";
import { distanceCode, readRace, timeCode, type ToolInput } from "../../kit/tools/tool_fields.ts";

/** Where VMA comes from. */
export const VMA_SOURCES = ["vma", "result"] as const;

/** Everything that the zones are made from. */
export interface ZonesState {
  by: typeof VMA_SOURCES[number];
  /** km/h; what counts by `vma`. */
  vma: Speed;
  /** Distance in m, time in s; what counts by `result`. */
  result: Effort;
  unit: LengthUnit;
}

/** The zones of a first visit: an example. */
export const FIRST_ZONES: ZonesState = {
  by: "vma",
  vma: 15,
  result: { distance: 10_000, time: 2700 },
  unit: "km",
};

/** Fields of the form and parameters of the URL, in their canonical order. */
export const ZONES_FIELDS = ["by", "vma", "d", "t", "unit"] as const;
/** One of them. */
export type ZonesField = typeof ZONES_FIELDS[number];
/** What a URL or the form says. */
export type ZonesInput = ToolInput<ZonesState, ZonesField>;

function readOwnVma(text: string): Field<Speed> {
  return text === "" ? refuse("vma-missing", text) : readVma(text);
}

/** Reads the parameters of a URL. */
export function readZones(parameters: URLSearchParams): ZonesInput {
  const given = (name: ZonesField) => typedText(parameters.get(name));
  const byResult = !parameters.has("vma") && (parameters.has("d") || parameters.has("t"));
  const typed = {
    by: given("by") || (byResult ? "result" : "vma"),
    vma: parameters.has("vma") ? given("vma") : String(FIRST_ZONES.vma),
    d: given("d"),
    t: given("t"),
    unit: given("unit"),
  };
  const problems: Problems<ZonesField> = {};
  const notes: Notes<ZonesField> = {};
  const take = <T>(name: ZonesField, field: Field<T>, otherwise: T): T => {
    if (field.note) notes[name] = field.note;
    if (!field.problem) return field.value as T;
    problems[name] = field.problem;
    return otherwise;
  };
  const by = take("by", readChoice(typed.by, VMA_SOURCES), FIRST_ZONES.by);
  // What is not asked for is not looked at.
  const read = by === "result" ? readRace(typed) : null;
  Object.assign(problems, read?.problems);
  Object.assign(notes, read?.notes);
  const race = read?.race ?? null;
  const state: ZonesState = {
    by,
    vma: by === "vma" ? take("vma", readOwnVma(typed.vma), FIRST_ZONES.vma) : FIRST_ZONES.vma,
    result: race === null ? FIRST_ZONES.result : { distance: race.distance, time: race.time / 100 },
    unit: take("unit", readChoice(typed.unit, LENGTH_UNITS), FIRST_ZONES.unit),
  };
  return { state, typed, notes, problems };
}

/** The canonical query string of zones: empty for those of a first visit. */
export function zonesSearch({ by, vma, result, unit }: ZonesState): string {
  const texts: [ZonesField, string][] = by === "result"
    ? [["d", distanceCode(result.distance)], ["t", timeCode(Math.round(result.time * 100))]]
    : vma === FIRST_ZONES.vma
    ? []
    : [["vma", String(vma)]];
  if (unit !== FIRST_ZONES.unit) texts.push(["unit", unit]);
  return queryOf(texts);
}

/** How the address is read and written. */
export const ZONES = { read: readZones, search: zonesSearch };
