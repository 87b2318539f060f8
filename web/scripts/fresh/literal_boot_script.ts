import { changeModule } from "./patch.ts";

/**
 * Makes the renderer paste its boot script literally.
 *
 * This alpha calls `html.replace("</head>", script)`: a `$'` in an island's props (a search text, a
 * name) would be expanded to a part of the page inside the script.
 */
export function literalBootScript(file: string, code: string): string | null {
  return changeModule({ file, code }, {
    "server/render.js": [[
      /replace\("<\/head>", (\w+) \+ "<\/head>"\)/g,
      'replace("</head>", () => $1 + "</head>")',
    ]],
  });
}
