/** Whether an answer is complete, which a 200 alone does not prove. */
import { childElements, findAll, hasClass, type HtmlNode } from "../html.ts";
import { CELLS, SECTIONS } from "../html_elements.ts";
import { readHtmlTree } from "../html_tree.ts";

/** How an answer was transferred: a part of the client's page. */
export interface ReceivedAnswer {
  /** Whether the announced number of bytes arrived: then anything missing was never sent. */
  isLengthAnnounced?: boolean;
}

/** Elements that may be open at the end of a whole text: their end tags are optional in HTML. */
const OPTIONAL_ENDS: ReadonlySet<string> = new Set(
  [
    "html",
    "head",
    "body",
    "p",
    "li",
    "dt",
    "dd",
    "option",
    "optgroup",
    ...SECTIONS,
    ...CELLS,
    "tr",
  ],
);
/** Characters at the end of a page among which its end tag stands, nearly always. */
const TAIL = 2000;

/**
 * Says how a page breaks off; null when it is whole: it ends with `</html>` or `</body>`, whatever
 * comments and scripts follow, or, where its length was announced or it is a part without a page
 * around it, with everything closed that must be.
 */
export function findCut(
  html: string,
  { isLengthAnnounced = false }: ReceivedAnswer = {},
): string | null {
  // Most pages end like this, which is quick to check without parsing.
  const tail = html.slice(-TAIL);
  if (/<\/html\s*>\s*$/i.test(tail) && !/<(?:script|!--)/i.test(tail)) return null;
  const tree = readHtmlTree(html);
  if (tree.isEnded) return null;
  if (tree.endsInTag) return "it breaks off within a tag";
  const isPart = !/<(?:html|body)[\s>]/i.test(html);
  const open = tree.leftOpen.find((name) => mustEnd(name, html));
  if (open !== undefined) return `it breaks off: </${open}> is missing`;
  return isPart || isLengthAnnounced ? null : "it breaks off: </html> is missing";
}

/**
 * Says how the rows of a table that came by themselves break off; null when they are whole. They
 * have no end of their own: where the last row ends like the others, or has as many cells, it is
 * taken for the last.
 *
 * @param rows Anything from `thead` on, or a table.
 */
export function findRowsCut(
  rows: string,
  { isLengthAnnounced = false }: ReceivedAnswer = {},
): string | null {
  const tree = readHtmlTree(rows);
  if (tree.endsInTag) return "it breaks off within a tag";
  // A head ends where the first row begins, if not before.
  const open = tree.leftOpen.find((name) =>
    name === "thead" || name === "table" || CELLS.has(name) && mustEnd(name, rows)
  );
  if (open !== undefined) return `it breaks off: </${open}> is missing`;
  const end = rows.replace(/(?:\s|<!--[\s\S]*?-->)+$/, "");
  if (/<\/(?:tr|tbody|tfoot|thead|table)\s*>$/i.test(end)) return null;
  const cells = findAll(tree.document, "tr")
    .filter((row) => !hasClass(row, "detail-row") && isOuter(row))
    .map((row) => childElements(row, ...CELLS).length);
  const last = cells.at(-1) ?? 0;
  // A site that fails within a row may announce the length of what it sends anyway.
  if (last < (cells.at(-2) ?? last)) return "it breaks off within a row";
  return isLengthAnnounced || !mustEnd("tr", rows) ? null : "it breaks off: </tr> is missing";
}

/**
 * Whether an element must have an end tag: by the rules of HTML, or because every other element of
 * its name in the page has one.
 */
function mustEnd(name: string, html: string): boolean {
  if (name === "html" || name === "body") return false;
  if (!OPTIONAL_ENDS.has(name) || name === "head") return true;
  const opened = html.match(new RegExp(`<${name}[\\s>]`, "gi"))?.length ?? 0;
  return opened < 2 || new RegExp(`</${name}\\s*>`, "i").test(html);
}

/** Whether a row is inside no other. */
function isOuter(row: HtmlNode): boolean {
  for (let parent = row.parent; parent !== null; parent = parent.parent) {
    if (parent.type === "tag" && parent.name === "tr") return false;
  }
  return true;
}
