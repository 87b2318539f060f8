/** Groups of elements that the rules of HTML treat alike (WHATWG, 2025). */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Elements without content. */
export const VOID = words(
  "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr",
);
/** Elements before which a paragraph ends. */
export const BLOCKS = words(
  `address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul`,
);
/** Elements that a head may hold: any other ends it. */
export const HEAD_CONTENT = words(
  "title meta link script style base basefont bgsound noscript template",
);
export const HEADINGS = words("h1 h2 h3 h4 h5 h6");
/** Parts of a table that hold rows. */
export const SECTIONS = words("tbody thead tfoot");
export const CELLS = words("td th");
/** Elements that servers and proxies append after the end of a page. */
export const TRAILING = words("script style noscript link meta img iframe");
