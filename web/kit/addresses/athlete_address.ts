import { queryOf } from "../forms/query.ts";
import type { Language } from "../language/language.ts";
import { PATHS } from "./paths.ts";
import { stateParameters } from "../table_state/table_fields.ts";
import type { TableState } from "../table_state/table_state.ts";
import {
  comparisonParameters,
  type ComparisonSettings,
  type RecordAge,
} from "./comparison_settings.ts";

/** Paths of an athlete's page. */
export function athletePaths(ffaId: string): Record<Language, string> {
  return { fr: `/athlete/${ffaId}`, en: `/en/athlete/${ffaId}` };
}

/**
 * Query string of a page of athletes, `""` or `?…`: its own parameters and the state of the table.
 */
export function athleteSearch(
  { state, ...settings }: Partial<ComparisonSettings> & { state: TableState },
): string {
  return queryOf([...comparisonParameters(settings), ...stateParameters(state)]);
}

/** Address of an athlete's page. */
export function athleteAddress(
  language: Language,
  ffaId: string,
  options: { age?: RecordAge; state: TableState },
): string {
  return athletePaths(ffaId)[language] + athleteSearch(options);
}

/** Address of the athletes of a state side by side. */
export function comparisonAddress(
  language: Language,
  options: Partial<ComparisonSettings> & { state: TableState },
): string {
  return PATHS[language].compare + athleteSearch(options);
}
