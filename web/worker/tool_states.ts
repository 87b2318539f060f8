/** How each tool reads its address, and how it writes it. */
import { groupSearch, readGroup } from "../pages/group/state.ts";
import { modelsSearch, readModels } from "../pages/models/state.ts";
import { plannerSearch, readPlanner } from "../pages/planner/state.ts";
import { predictorSearch, readPredictor } from "../pages/predictor/state.ts";
import type { AnyToolInput } from "../kit/tools/tool_fields.ts";
import { readZones, zonesSearch } from "../pages/zones/state.ts";

/** What a tool makes of its address. */
export interface ToolStates<Input extends AnyToolInput> {
  read(parameters: URLSearchParams): Input;
  /** Canonical query string of a state. */
  search(state: Input["state"]): string;
}

export const PLANNER = { read: readPlanner, search: plannerSearch };
export const ZONES = { read: readZones, search: zonesSearch };
export const PREDICTOR = { read: readPredictor, search: predictorSearch };
export const MODELS = { read: readModels, search: modelsSearch };
/** A session; its runners come by the form alone. */
export const GROUP = {
  read: (parameters: URLSearchParams) => readGroup(parameters),
  search: groupSearch,
};
