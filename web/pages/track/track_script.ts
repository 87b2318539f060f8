import type {} from "vite/client";

/**
 * Path of the script of the track mode, which keeps the screen on; the build makes its file. During
 * development Vite serves the source itself.
 */
export const TRACK_SCRIPT = import.meta.env?.DEV ? "/pages/track/keep_awake.ts" : "/track.js";
