/** Id of the table's caption, which names the frame around it. */
export const CAPTION_ID = "table-caption";
