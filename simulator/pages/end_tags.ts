import { hash } from "../chance/draw.ts";

/** Which end tags are left out: all of a kind, none otherwise. */
export type MissingEndTags = readonly ("tbody" | "td" | "tr" | "th" | "li")[];

/** Removes end tags from a page; a browser shows the same without them. */
export function removeEndTags(html: string, names: MissingEndTags): string {
  return names.length === 0
    ? html
    : html.replaceAll(new RegExp(`</(?:${names.join("|")})>`, "g"), "");
}

/** What a page may leave out, by its address: half of the pages nothing. */
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
 * Makes the tags of a page not balance, though the page is whole: without `</tbody>` and `</td>`,
 * in a layout table that is never closed, with a script that holds the beginning of a comment.
 */
export function unbalanceTags(html: string): string {
  return removeEndTags(html, ["tbody", "td"])
    .replace("</head>", '<script>var banner = "<!--";</script></head>')
    .replace("<main>", '<table class="layout" width="100%"><tr><td valign="top"><main>');
}
