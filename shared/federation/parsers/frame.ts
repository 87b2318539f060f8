/**
 * Recognizes an HTML answer before it is parsed: a page in the site's own frame, or a substitute
 * for one.
 *
 * Only a page in that frame may mean "nobody" or "an empty list": a firewall, a redesign or a
 * hotel's login page name nobody either.
 */
import {
  allElements,
  attribute,
  childElements,
  findAncestor,
  type HtmlElement,
  type HtmlNode,
  normalizeSpaces,
  parseHtml,
  text,
} from "../html.ts";
import type { PageKind } from "../shape.ts";
import { athleteIdIn, clubNumberIn, isSite } from "../urls.ts";
import { withoutAccents } from "./columns.ts";
import { surnameFirst } from "./person_name.ts";
import { findTrouble, hasFirewallMarkup, saysServerFailed, type Trouble } from "./trouble.ts";

/** Kinds of HTML answers. */
export type PageNature =
  /** In the frame of the present site, whatever its content. */
  | "site"
  /** The site or a firewall says: not now. */
  | Trouble
  /** Too short to be a page of the site, which sends such answers under load. */
  | "stub"
  /** In the form the site had before September 2025. */
  | "former-site"
  /** Anything else: a redesign, a parked domain, a login page. */
  | "unknown";

/**
 * Fewest characters of a page of the site, its frame included: under load it answers 200 with less.
 */
const SHORTEST_PAGE = 1000;
/**
 * Most characters of a page that is nothing but a message; of a longer one headings and beginning
 * say what it is.
 */
const LONGEST_MESSAGE = 1500;
const BEGINNING = 400;
/** Fewest elements of a page that somebody designed. */
const SIMPLE = 15;
/** Weight that the signs of the frame must reach: no single sign is enough. */
const ENOUGH = 2;

/** Classes of the site's own style sheet that hardly any other site has. */
const OWN_CLASSES = new Set(
  `base-table reveal-table detail-row detail-inner-table desktop-tablet-d-none text-blue-primary
  text-blue-tertiary text-blue-button bg-background-grey bg-background-light-grey no-border-no-padding
  select-search-bar select-option-anneeAth mainheaders columnsCMP headers5 headers6 trlive`
    .split(/\s+/),
);
/** Classes of it that others may have as well: half a sign each. */
const COMMON_CLASSES = new Set(
  `title-2 heading-4 custom-select-wrapper custom-select select-options select-option select-text
  text-blue text-normal bg-beige grid-col-12 grid-col-2 clickable`.split(/\s+/),
);
/** Greatest weight of the common classes together. */
const MOST_COMMON = 1.5;
const OWN_ID = /^(?:ctn[A-Z]\w+|res_athlete|selectPagination|optionsPagination)$/;
const SECTION = /^section_\d{1,2}$/;
/** Parts of the site, by the beginning of their addresses. */
const PARTS = /^\/+(athletes|bases|competitions|ajax)(?:\/|$)/i;

/** Marks of the site as it was before September 2025. */
const FORMER_MARKS: readonly RegExp[] = [
  /\blinedRed\b/,
  /\binnerDatas\b/,
  /\bid\s*=\s*["']?div(?:Record|Bilans|Resultats)\b/i,
  /\bbarSelect\b/,
  /\bbddThrow\w*\(/,
  /\/asp\.net\/\w+\.aspx/i,
  /\bbases\.athle\.(?:fr|com)\b/i,
];
/** Marks of the present site, which distinguish it from the former one without parsing. */
const PRESENT_MARK =
  /\b(?:base-table|reveal-table|desktop-tablet-d-none|text-blue-primary|detail-row)\b/;
/** Tables of the site's style. */
const LIST = /<table\b[^>]*\b(?:base-table|reveal-table)\b|<tbody\b[^>]*\btext-blue-primary\b/i;
/** More cells than a message in the form of a list has. */
const CELLS = /(?:<td[\s>][\s\S]*?){3}/i;
/** Labels at the head of an athlete's page. */
const LABEL = /<span[^>]*>\s*(?:N(?:é|&eacute;|&#233;)\(e\)|Cat(?:é|&eacute;|&#233;)gorie \/)/i;

/** Recognizes the kind of an HTML answer. */
export function recognizePage(html: string): PageNature {
  if (isFormerSite(html)) return "former-site";
  if (saysServerFailed(html)) return "error";
  // A page with content is not a mere message, whatever else it says.
  if (LABEL.test(html) || LIST.test(html) && CELLS.test(html)) return "site";
  const document = parseHtml(html);
  const framed = hasSiteFrame(document);
  const trouble = findTrouble(messageOf(document, framed));
  if (trouble !== null) return trouble;
  if (framed) return "site";
  if (hasFirewallMarkup(html)) return "challenge";
  return html.length < SHORTEST_PAGE && isSimple(document) ? "stub" : "unknown";
}

/** Whether a page is hardly more than a few words, which a redesign never is. */
function isSimple(document: HtmlNode): boolean {
  return allElements(document).length < SIMPLE;
}

/** Whether a page of the site without a person or entries says that it is not available now. */
export function saysUnavailable(document: HtmlNode): boolean {
  return findTrouble(messageOf(document, true)) !== null;
}

/** Whether a page has the form of the site as it was before September 2025. */
export function isFormerSite(html: string): boolean {
  return !PRESENT_MARK.test(html) && FORMER_MARKS.filter((mark) => mark.test(html)).length >= 2;
}

/** Whether a page shows the frame of the present site: several weak signs together. */
export function hasSiteFrame(document: HtmlNode): boolean {
  const own = new Set<string>();
  const common = new Set<string>();
  const parts = new Set<string>();
  for (const element of allElements(document)) {
    for (const name of (attribute(element, "class") ?? "").split(/\s+/)) {
      if (OWN_CLASSES.has(name)) own.add(name);
      if (COMMON_CLASSES.has(name)) common.add(name);
    }
    const id = attribute(element, "id") ?? "";
    if (OWN_ID.test(id)) own.add(`#${id}`);
    const section = attribute(element, "data-content") ?? attribute(element, "data-section") ?? "";
    if (SECTION.test(section)) own.add("section");
    const address = attribute(element, "href") ?? attribute(element, "action") ??
      attribute(element, "data-url");
    const part = address === null ? null : partIn(address);
    if (part !== null) parts.add(part);
  }
  const markup = own.size + Math.min(common.size / 2, MOST_COMMON);
  // Links outlive a redesign: without the site's markup they count only together with the site's
  // title.
  const titled = isOwnTitle(document);
  if (markup === 0) return parts.size >= 2 && titled;
  return markup + parts.size + (titled ? 0.5 : 0) >= ENOUGH;
}

/** The part of the site that an address leads to; null for one that leads elsewhere. */
function partIn(address: string): string | null {
  const url = URL.parse(address.trim(), "https://www.athle.fr");
  if (url === null || !/^https?:$/.test(url.protocol) || !isSite(url.hostname)) return null;
  return PARTS.exec(url.pathname)?.[1]?.toLowerCase() ?? null;
}

/** What stands before the first `|` of the page's title; null for a title without one. */
function titleSubject(document: HtmlNode): string | null {
  const title = allElements(document).find(({ name }) => name === "title");
  const parts = title === undefined ? [] : text(title).split("|");
  return parts.length < 2 ? null : (parts[0] ?? "").trim();
}

/** Words that begin the titles of the site's own pages, where those are about nobody. */
const OWN_SUBJECT =
  /^(?:$|fiches?\b|athl|profil|resultats?\b|records?\b|bilans?\b|niveau|selections?\b|clubs?\b|accueil|federation|ffa\b|ff athl|recherche|page\b|erreur|detail|le site|site\b|bases?\b|listes?\b)/;

/** The person that the page's title names; null where it may name none. */
export function titlePerson(document: HtmlNode): string | null {
  const subject = titleSubject(document);
  return subject === null || OWN_SUBJECT.test(withoutAccents(subject)) ? null : subject;
}

function isOwnTitle(document: HtmlNode): boolean {
  const subject = titleSubject(document);
  return subject !== null && OWN_SUBJECT.test(withoutAccents(subject));
}

/** The possible message of a page without content: all of a short page, else its headings. */
function messageOf(document: HtmlNode, framed: boolean): string {
  const elements = allElements(document);
  const headings = elements.filter(({ name }) => /^(?:title|h[1-3])$/.test(name));
  // The menu and the foot of a site mention everything.
  const body = mainText(document) || (framed ? "" : text(document));
  return plainWords([
    ...headings.filter((heading) => !isAround(heading)).map(text),
    body.length <= LONGEST_MESSAGE ? body : body.slice(0, BEGINNING),
  ].join(" . "));
}

/** Text of a page without its menus, head and foot. */
function mainText(document: HtmlNode): string {
  const parts: string[] = [];
  const visit = (node: HtmlNode) => {
    for (const child of node.children) {
      if (child.type === "text") parts.push(child.data);
      else if ("children" in child && !(child.type === "tag" && AROUND.has(child.name))) {
        if (child.type === "tag" || child.type === "root") visit(child);
      }
    }
  };
  visit(document);
  return normalizeSpaces(parts.join(" "));
}

const AROUND = new Set(["head", "header", "nav", "footer", "aside"]);

function isAround(element: HtmlElement): boolean {
  return findAncestor(element, "header", "nav", "footer", "aside") !== null;
}

/** Labels of facts about a person, and marks: a page without a person has none of them. */
const PERSONAL =
  /\bne ?\(?e?\)? (?:en|le) ?:? ?\d|\bnaissance\b|\blicence ?(?:n° ?)?:? ?[a-z]?\d{5}|\bnationalite ?:? ?\p{L}|\d['’]{2}\d|\d['’]\d\d/u;

/**
 * Whether a page without a name shows a person nevertheless: then its layout changed, and it does
 * not mean "nobody".
 */
export function namesPerson(document: HtmlNode): boolean {
  const subject = titlePerson(document);
  if (subject !== null && isPersonLike(subject)) return true;
  return PERSONAL.test(plainWords(mainText(document))) ||
    allElements(document).some((element) =>
      !isAround(element) &&
      (/^h[1-4]$/.test(element.name)
        ? isPersonLike(text(element))
        : element.name === "tr" && childElements(element, "td").length >= DATA_CELLS)
    );
}

/** Fewest cells of a row that holds a mark or a fact, and is no layout. */
const DATA_CELLS = 4;

/**
 * Whether a list of which no entry could be read links to clubs or athletes anyway: then it
 * changed.
 */
export function linksToEntries(document: HtmlNode, kind: PageKind): boolean {
  const find = kind === "club-list" ? clubNumberIn : athleteIdIn;
  return allElements(document).some((element) =>
    element.name === "a" && !isAround(element) && find(attribute(element, "href") ?? "") !== null
  );
}

/** Whether words look like a person's name and not like the federation's. */
function isPersonLike(words: string): boolean {
  return surnameFirst(words) !== null &&
    !/\b(?:ffa|athle|athletisme|federation)\b/.test(withoutAccents(words));
}

/** Lower case without accents, every space one: what words are looked for in. */
function plainWords(value: string): string {
  return withoutAccents(value).replace(/\s+/g, " ");
}
