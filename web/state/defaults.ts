/** Bounds of the table on a first visit: from an easy jog to a fast 1,500 m, about 40 rows. */
export const DEFAULT_BOUNDS = { slowest: 390, fastest: 180, step: 5 } as const;
