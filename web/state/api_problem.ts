/** The API's problem of a federation whose page is answered, and not understood. */
export const PAGE_CHANGED = "/problems/federation-page-changed";
