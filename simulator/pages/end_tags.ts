import { hash } from "../chance/draw.ts";

/** End tags that HTML lets an author leave out, and what else a browser forgives. */

/** Which end tags are left out: all of a kind, none otherwise. */
export type MissingEndTags = readonly ("tbody" | "td" | "tr" | "th" | "li")[];

/** Takes end tags out of a page; a browser shows the same without them. */
export function withoutEndTags(html: string, names: MissingEndTags): string {
  return names.length === 0
    ? html
    : html.replaceAll(new RegExp(`</(?:${names.join("|")})>`, "g"), "");
}

/** Each page belongs to one of these ways of writing, by its address. */
const WAYS: readonly MissingEndTags[] = [[], [], [], [], ["tbody"], ["li"], ["td", "th"], [
  "td",
  "tr",
  "tbody",
]];

/** The end tags that the page at an address never has; most have all. */
export function missingEndTags({ pathname, search }: URL): MissingEndTags {
  const number = [...pathname + search].reduce((sum, sign) => hash(sum, sign.charCodeAt(0)), 1);
  return WAYS[number % WAYS.length] ?? [];
}

/**
 * A page whose tags do not balance, whole all the same: without `</tbody>` and `</td>`, in a layout
 * table that is never closed, with a script that holds the beginning of a comment.
 */
export function unbalanced(html: string): string {
  return withoutEndTags(html, ["tbody", "td"])
    .replace("</head>", '<script>var banner = "<!--";</script></head>')
    .replace("<main>", '<table class="layout" width="100%"><tr><td valign="top"><main>');
}
