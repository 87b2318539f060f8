/** Most runners of a sheet: they fit a page of A4. */
export const MAX_RUNNERS = 30;
/** Most blocks of a session. */
export const MAX_BLOCKS = 8;
/** Most lines of a session: its blocks, and the parts between them. */
export const MAX_LINES = 16;
/** Most columns of targets that fit a page; a pyramid takes one for each of its lengths. */
export const MAX_COLUMNS = 10;
/** Longest name that is shown. */
export const MAX_NAME = 60;
/** Longest title of a sheet, characters. */
export const MAX_TITLE = 80;
