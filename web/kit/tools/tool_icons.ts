import type { TOOLS } from "../addresses/paths.ts";
import { AGE, CURVE, GROUP, ROUTE, STOPWATCH, ZONES } from "../icons/icons.ts";

const ICONS: Record<typeof TOOLS[number], string> = {
  planner: ROUTE,
  predictor: STOPWATCH,
  zones: ZONES,
  age: AGE,
  group: GROUP,
  models: CURVE,
};

/** The icon of a tool. */
export function toolIcon(tool: typeof TOOLS[number]): string {
  return ICONS[tool];
}
