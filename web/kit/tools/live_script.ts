import type {} from "vite/client";

/**
 * Path of the script that redraws a tool as one types and prints it; the build makes its file.
 * During development Vite serves the source itself.
 */
export const LIVE_SCRIPT = import.meta.env?.DEV ? "/kit/tools/live_tool.ts" : "/live.js";
