/** Runners of a sheet: what fits a page of A4. */
export const MAX_RUNNERS = 30;
/** Blocks of a session. */
export const MAX_BLOCKS = 8;
/** Lines of a session: its blocks, and what is between them. */
export const MAX_LINES = 16;
/**
 * Columns of targets: as many as a page has room for; a pyramid takes one for each of its lengths.
 */
export const MAX_COLUMNS = 10;
/** Longest name that is shown. */
export const MAX_NAME = 60;
