import { LRUCache } from "lru-cache";
import { hashSource } from "./security_headers.ts";

/** The built style sheets, as the renderer links them. */
const LINK = /<link rel="stylesheet" href="(\/assets\/[\w.-]+\.css)"\/?>/g;

/** More sheets than a build has. */
const MOST_SHEETS = 64;

/** A style sheet, and the source expression by which a security policy allows it inline. */
export interface StyleSheet {
  css: string;
  source: string;
}

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
      return { css, source: hashSource(css) };
    },
  });
  return (path) => sheets.forceFetch(path);
}

/**
 * Puts the style sheets into the page: the first paint waits for the page alone, one round trip
 * less.
 *
 * @returns The page, and the source expressions that allow them in its security policy.
 */
export async function withInlineStyles(
  html: string,
  read: StyleReader,
): Promise<{ html: string; sources: string[] }> {
  const sheets = new Map<string, StyleSheet>();
  for (const [, path = ""] of html.matchAll(LINK)) sheets.set(path, await read(path));
  return {
    // A function, so that a `$&` in a sheet has no special meaning.
    html: html.replaceAll(LINK, (_, path) => `<style>${sheets.get(path)?.css}</style>`),
    sources: [...sheets.values()].map(({ source }) => source),
  };
}
