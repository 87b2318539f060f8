import type { TOOLS } from "../addresses/paths.ts";
import { CURVE, GROUP, ROUTE, STOPWATCH, TABLE, ZONES } from "../icons/icons.ts";

const ICONS: Partial<Record<typeof TOOLS[number], string>> = {
  planner: ROUTE,
  predictor: STOPWATCH,
  zones: ZONES,
  group: GROUP,
  models: CURVE,
};

/** The icon of a tool. */
export function toolIcon(tool: typeof TOOLS[number]): string {
  return ICONS[tool] ?? TABLE;
}
