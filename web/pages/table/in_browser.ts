/** Whether this runs in the browser. */
export const IN_BROWSER = "document" in globalThis;
