/** Outlines of the icons, on a square of 24; a script brings those it names. */

export const SEARCH = "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5l5 5";
export const SHARE = "M12 15V3.5m0 0L8 7.5m4-4 4 4M7 11H5v9.5h14V11h-2";
export const PRINT = "M7 9V3.5h10V9M7 17.5H4V9h16v8.5h-3M7 14h10v6.5H7z";
export const COPY = "M9 9V4h11v11h-5M4 9h11v11H4z";
export const CHECK = "m4.5 12.5 5 5 10-11";
export const CLOSE = "M6 6l12 12M18 6 6 18";
export const ADD = "M12 5v14M5 12h14";
export const STAR =
  "m12 3.5 2.600 5.400 5.900.8-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900L3.5 9.700l5.900-.8z";
export const PLAY = "M7 4.5v15l12-7.5z";
export const PAUSE = "M8 5v14M16 5v14";
/** A table, and its settings. */
export const TABLE = "M4 4h16v16H4zM9.300 4v16M14.700 4v16M4 9.300h16";
/** The track mode: an oval in an oval. */
export const TRACK = "M9 6h6a6 6 0 0 1 0 12H9A6 6 0 0 1 9 6zM9 10h6a2 2 0 0 1 0 4H9a2 2 0 0 1 0-4z";
/** The planner: a way with start and finish. */
export const ROUTE =
  "M4 20c3-1 3-7 6-8s4 3 6 1 2-7 4-9M3 20a1 1 0 1 0 2 0a1 1 0 1 0-2 0M19 4a1 1 0 1 0 2 0a1 1 0 1 0-2 0";
/** Predictions: a stopwatch. */
export const STOPWATCH = "M12 5.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15zM12 9v4l2.5 2M9.5 2.5h5";
/** Zones: bars that grow. */
export const ZONES = "M4 20v-4h4v4M8 20v-8h4v8M12 20V8h4v12M16 20V4h4v16M3 20h18";
/** Several runners. */
export const GROUP =
  "M9 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5.5M17.5 14.5c2.300.7 3.5 2.600 3.5 5.5";
/** The models: a curve under its axes. */
export const CURVE = "M4 4v16h16M7 16c1-6 4-9 12-10";
/** Two that differ. */
export const COMPARE = "M12 3v18M9 7H4v4h5M9 14H6v4h3M15 7h3v4h-3M15 14h5v4h-5";
export const AGE = "M12 12a4 4 0 1 0 0-8a4 4 0 1 0 0 8zM5 21c.5-4 3-6 7-6s6.5 2 7 6";
/** Without a connection. */
export const OFFLINE =
  "M4 4l16 16M8.5 15a5 5 0 0 1 7 0M5 11.5a10 10 0 0 1 4-2.400M13 8.600a10 10 0 0 1 6 2.900M12 19h.01";
export const PHONE = "M7 3h10v18H7zM11 18h2";
export const SUN =
  "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400";
export const MOON = "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z";
/** Day and night by halves: as the system has it. */
export const SYSTEM = "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 4v16M14.5 6.5v11M17 8v8";
