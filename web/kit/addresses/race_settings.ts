import { HALF_MARATHON, MARATHON, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { refuse } from "../forms/field.ts";
import { addressParameters } from "../forms/fields.ts";
import { RACE_LIMITS } from "../forms/limits.ts";
import { queryOf } from "../forms/query.ts";
import { pageForm } from "../forms/read_fields.ts";
import { readDistance } from "../forms/read_values.ts";
import type { Language } from "../language/language.ts";
import { stateParameters } from "../table_state/table_fields.ts";
import type { TableState } from "../table_state/table_state.ts";
import { PATHS } from "./paths.ts";

/** Distances that can be raced, m, short to long. */
export const RACE_DISTANCES: readonly number[] = [
  100,
  200,
  400,
  800,
  1500,
  3000,
  5000,
  10_000,
  HALF_MARATHON,
  MARATHON,
];

/** Settings of a race that its address holds beside the athletes. */
export interface RaceSettings {
  /** m; null for the one that most of the athletes have run. */
  distance: number | null;
  /** Whether who has no record over the distance runs a predicted time. */
  predicted: boolean;
}

/** The settings of a race. */
export const RACE = pageForm<RaceSettings>({
  distance: {
    name: "distance",
    usual: () => null,
    write: (distance) => String(distance ?? ""),
    read(text) {
      const { value } = readDistance(text, RACE_LIMITS);
      const distance = RACE_DISTANCES.find((one) =>
        value !== undefined && sameDistance(one, value)
      );
      return distance === undefined ? refuse("choice", text) : { value: distance };
    },
  },
  predicted: {
    name: "predicted",
    usual: () => false,
    write: (predicted) => predicted ? "1" : "",
    read: (text) => ({ value: text === "1" }),
  },
});

/** Query string of a race, `""` or `?…`. */
export function raceSearch(
  { state, ...settings }: Partial<RaceSettings> & { state: TableState },
): string {
  return queryOf([
    ...addressParameters(RACE.fields, { ...RACE.first, ...settings }),
    ...stateParameters(state),
  ]);
}

/** Address of a race of the athletes of a state. */
export function raceAddress(
  language: Language,
  options: Partial<RaceSettings> & { state: TableState },
): string {
  return PATHS[language].race + raceSearch(options);
}
