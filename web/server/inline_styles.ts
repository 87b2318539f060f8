/** The built style sheets, as the renderer links them. */
const LINK = /<link rel="stylesheet" href="(\/assets\/[\w.-]+\.css)"\/?>/g;

/** Styles of a page, by the address of their file, that are read once. */
export type StyleReader = (path: string) => Promise<string>;

/** Makes what reads the built style sheets through the site itself. */
export function createStyleReader(read: (path: string) => Promise<Response>): StyleReader {
  // Only addresses that the build names are ever asked for: there are a handful.
  const sheets = new Map<string, Promise<string>>();
  const load = async (path: string): Promise<string> => {
    const response = await read(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return await response.text();
  };
  return (path) => {
    const known = sheets.get(path);
    if (known !== undefined) return known;
    const sheet = load(path);
    sheets.set(path, sheet);
    sheet.catch(() => sheets.delete(path));
    return sheet;
  };
}

/**
 * Puts the style sheets into the page: the first paint waits for the page alone, one round trip less.
 *
 * @returns The page, and the text of each sheet, for the security policy.
 */
export async function withInlineStyles(
  html: string,
  read: StyleReader,
): Promise<{ html: string; sheets: string[] }> {
  const sheets = new Map<string, string>();
  for (const [, path = ""] of html.matchAll(LINK)) sheets.set(path, await read(path));
  return {
    // As a function: a `$&` in a sheet stands for itself.
    html: html.replaceAll(LINK, (_, path) => `<style>${sheets.get(path)}</style>`),
    sheets: [...sheets.values()],
  };
}
