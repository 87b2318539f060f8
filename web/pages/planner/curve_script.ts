import type {} from "vite/client";

/**
 * Path of the script that drags the points of the pace curve; the build makes its file. During
 * development Vite serves the source itself.
 */
export const CURVE_SCRIPT = import.meta.env?.DEV ? "/pages/planner/drag_curve.ts" : "/curve.js";
