/** Runners of a sheet: what fits a page of A4. */
export const MAX_RUNNERS = 30;
/** Blocks of a session: as many columns as a page has room for. */
export const MAX_BLOCKS = 8;
/** Longest name that is shown. */
export const MAX_NAME = 60;
