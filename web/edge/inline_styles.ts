import { LRUCache } from "lru-cache";
import { type SharedPart, sharePart } from "./body_coding.ts";
import { hashSource } from "./security_headers.ts";

/** The built style sheets, as the renderer links them. */
const LINK = /<link rel="stylesheet" href="(\/assets\/[\w.-]+\.css)"\/?>/g;

/** More sheets than a build has. */
const MOST_SHEETS = 64;

/** A style sheet, and the source expression by which a security policy allows it inline. */
export interface StyleSheet extends SharedPart {
  source: string;
}

/** A part of a page: a text of its own, or a style sheet that others have too. */
export type PagePart = string | StyleSheet;

/** Gives the style sheet of a path; each is read once. */
export type StyleReader = (path: string) => Promise<StyleSheet>;

/** Makes a reader of the built style sheets, which asks the site itself. */
export function createStyleReader(read: (path: string) => Promise<Response>): StyleReader {
  const sheets = new LRUCache<string, StyleSheet>({
    max: MOST_SHEETS,
    fetchMethod: async (path) => {
      const response = await read(path);
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      const css = await response.text();
      return { ...sharePart(css), source: hashSource(css) };
    },
  });
  return (path) => sheets.forceFetch(path);
}

/**
 * Puts the style sheets into the page: the first paint waits for the page alone, one round trip
 * less.
 *
 * @returns The parts of the page, and the source expressions that allow the sheets in its security
 *   policy.
 */
export async function withInlineStyles(
  html: string,
  read: StyleReader,
): Promise<{ parts: PagePart[]; sources: string[] }> {
  const parts: PagePart[] = [];
  const sources = new Set<string>();
  let text = "";
  let at = 0;
  for (const { 0: link, 1: path = "", index } of html.matchAll(LINK)) {
    const sheet = await read(path);
    sources.add(sheet.source);
    parts.push(`${text}${html.slice(at, index)}<style>`, sheet);
    text = "</style>";
    at = index + link.length;
  }
  parts.push(text + html.slice(at));
  return { parts, sources: [...sources] };
}
