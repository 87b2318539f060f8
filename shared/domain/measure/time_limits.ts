/** Times that are read or written stay below this: 1000 hours, in hundredths. */
export const MAX_HUNDREDTHS = 1000 * 3600 * 100;
