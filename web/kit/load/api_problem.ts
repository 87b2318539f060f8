/** The API's problem for a page of the federation that is not understood. */
export const PAGE_CHANGED = "/problems/federation-page-changed";
/**
 * Kind of problem by which the API says that the visitor's network has read its share of the
 * directory.
 */
export const DIRECTORY_SHARE = "/problems/directory-share";
