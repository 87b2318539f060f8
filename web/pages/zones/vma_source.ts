/** Where the VMA of the zones comes from: what the form says, as the domain answers it. */
import type { Effort, Estimate } from "@mypacer/shared/domain/measure/estimate.ts";
import {
  COOPER_SECONDS,
  cooperVma,
  HALF_COOPER_SECONDS,
  halfCooperVma,
  type TestedVma,
  vamevalVma,
} from "@mypacer/shared/domain/models/vma_protocols.ts";
import { vmaOfResult } from "@mypacer/shared/domain/models/vma_of_result.ts";
import type { ZonesState } from "./state.ts";

/** The run that the form tells, m and s; null where it tells a speed. */
export function effortOf({ by, distance, time, halfCooper, cooper }: ZonesState): Effort | null {
  switch (by) {
    case "result":
      return { distance, time: time / 100 };
    case "half-cooper":
      return { distance: halfCooper, time: HALF_COOPER_SECONDS };
    case "cooper":
      return { distance: cooper, time: COOPER_SECONDS };
    default:
      return null;
  }
}

/** VMA as far as the form's result or test tells it; null where the form tells VMA itself. */
export function estimatedVma(state: ZonesState): Estimate<TestedVma> | null {
  switch (state.by) {
    case "vma":
      return null;
    case "result":
      return vmaOfResult({ distance: state.distance, time: state.time / 100 });
    case "half-cooper":
      return halfCooperVma(state.halfCooper);
    case "vameval":
      return vamevalVma(Number(state.stage), Number(state.held));
    case "cooper":
      return cooperVma(state.cooper);
  }
}
