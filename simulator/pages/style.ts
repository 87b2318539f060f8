/** Where the site's pages are known to differ; a fault may switch any of them. */
export type PageStyle = {
  /** Attribute that numbers the sections of an athlete's page. */
  sectionAttribute: "data-content" | "data-section";
  /** `usual`: in lists and in the results of an athlete, but not in the records, as captured. */
  tbody: "usual" | "always" | "never";
  /** The results fragment wrapped in JSON. */
  jsonFragment: boolean;
  /** Sections of an athlete's page left out. */
  missingSection: boolean;
  /** The records under other titles than those known: the site changed. */
  otherColumns: boolean;
  /** One row of the page damaged. */
  brokenRow: boolean;
  /** An unknown athlete answers 200 without a name, not 404. */
  namelessUnknown: boolean;
};

/** Pages as they were captured last. */
export const USUAL_STYLE: PageStyle = {
  sectionAttribute: "data-content",
  tbody: "usual",
  jsonFragment: false,
  missingSection: false,
  otherColumns: false,
  brokenRow: false,
  namelessUnknown: false,
};

/** Rows within a `tbody`, or bare. @param captured Whether the captured page has one. */
export function bodyOf(rows: string, captured: boolean, { tbody }: PageStyle): string {
  const present = tbody === "always" || tbody === "usual" && captured;
  return present ? `<tbody class="text-blue-primary">\n${rows}</tbody>` : rows;
}

/** Rows joined; in the `brokenRow` style the middle one is replaced by a damaged one. */
export function joinRows(
  rows: readonly string[],
  damaged: string,
  { brokenRow }: PageStyle,
): string {
  if (!brokenRow || rows.length === 0) return rows.join("");
  return rows.with(Math.floor(rows.length / 2), damaged).join("");
}
