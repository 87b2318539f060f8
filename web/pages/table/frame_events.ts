/** Events at the frame of the table, by which its scripts tell each other what they do. */

/** A cell is about to be marked or to get the focus. */
export const MARKING = "marking";
/** The table is drawn anew. */
export const REDRAW = "redraw";
