/**
 * Makes the tree of a page: the tokens come from a library, and this file decides which element
 * holds which, by the rules of HTML for optional, missing and surplus end tags. As far as these
 * rules go it is the tree that a browser makes, except that no `tbody` is added and nothing moves
 * out of a table.
 *
 * Source: HTML, 13.1.2.4 (optional tags) and 13.2.6 (tree construction), WHATWG, 2025.
 */
import { Document, Element, Text } from "domhandler";
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import {
  BLOCKS,
  CELLS,
  HEAD_CONTENT,
  HEADINGS,
  SECTIONS,
  TRAILING,
  VOID,
} from "./html_elements.ts";

/** The tree of a page, and signs of whether the page is complete. */
export interface HtmlTree {
  document: Document;
  /**
   * Whether `</html>` or `</body>` stands behind all that a page shows; comments and scripts may
   * follow.
   */
  isEnded: boolean;
  /** Whether the text ends within a tag. */
  endsInTag: boolean;
  /** Names of the elements open at the end of the text, outermost first. */
  leftOpen: readonly string[];
  /** Tables and parts of tables without their own end tag. */
  unclosed: readonly ("table" | "tbody")[];
}

/** Deepest nesting: what lies deeper becomes siblings, as in browsers. */
const DEEPEST = 250;

/** Parses a page or a fragment; any text is accepted. */
export function readHtmlTree(html: string): HtmlTree {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({}, builder);
  tokenizer.write(html);
  tokenizer.end();
  const { document, isEnded, leftOpen, unclosed } = builder;
  return {
    document,
    isEnded,
    endsInTag: html.lastIndexOf("<") > html.lastIndexOf(">"),
    leftOpen,
    unclosed: [...unclosed],
  };
}

class TreeBuilder implements TokenizerCallbacks {
  readonly document = new Document([]);
  readonly unclosed = new Set<"table" | "tbody">();
  isEnded = false;
  readonly #html: string;
  /** Open elements, outermost first. */
  readonly #open: Element[] = [];
  #name = "";
  #attributes: Record<string, string> = {};
  #attribute = "";
  #value = "";

  constructor(html: string) {
    this.#html = html;
  }

  get leftOpen(): string[] {
    return this.#open.map(({ name }) => name);
  }

  ontext(start: number, end: number): void {
    this.#addText(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#addText(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = "";
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (!Object.hasOwn(this.#attributes, this.#attribute)) {
      this.#attributes[this.#attribute] = this.#value;
    }
  }

  onopentagend(): void {
    this.#openElement({ isSelfClosed: false });
  }

  onselfclosingtag(): void {
    this.#openElement({ isSelfClosed: this.isInForeignContext() });
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (name === "html" || name === "body") this.isEnded = true;
    // What follows the page's end still belongs to it.
    else if (name === "br") this.#append(new Element("br", {}));
    else if (name === "table") this.#close("table", NOTHING);
    else if (SECTIONS.has(name) || CELLS.has(name) || name === "tr") this.#closePart(name);
    else this.#close(HEADINGS.has(name) ? HEADINGS : name, SCOPE);
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isInForeignContext()) this.#addText(this.#html.slice(start, end - offset));
  }

  isInForeignContext(): boolean {
    return this.#open.some(({ name }) => name === "svg" || name === "math");
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    for (const { name } of this.#open) this.#note(name);
  }

  #openElement({ isSelfClosed }: { isSelfClosed: boolean }): void {
    const name = this.#name;
    if ((name === "html" || name === "body") && this.#open.some((open) => open.name === name)) {
      return;
    }
    this.#makeRoomFor(name);
    if (this.isEnded && !TRAILING.has(name) && !this.#isTrailing()) this.isEnded = false;
    const element = new Element(name, this.#attributes);
    this.#append(element);
    // A form between the parts of a table holds nothing.
    const isEmpty = VOID.has(name) || isSelfClosed ||
      name === "form" && TABLE_PARTS.has(this.#open.at(-1)?.name ?? "");
    if (!isEmpty && this.#open.length < DEEPEST) this.#open.push(element);
  }

  /** Closes the elements that end where an element begins. */
  #makeRoomFor(name: string): void {
    if (!HEAD_CONTENT.has(name) && this.#open.at(-1)?.name === "head") this.#open.pop();
    if (BLOCKS.has(name)) this.#close("p", SCOPE);
    if (name === "li") this.#close("li", LIST_SCOPE);
    if (name === "dt" || name === "dd") this.#close(DEFINITIONS, DEFINITION_SCOPE);
    if (name === "option" || name === "optgroup") {
      this.#close(name === "option" ? name : OPTIONS, SELECT_SCOPE);
    }
    if (name === "a") this.#close("a", SCOPE);
    if (HEADINGS.has(name) && HEADINGS.has(this.#open.at(-1)?.name ?? "")) this.#open.pop();
    if (SECTIONS.has(name)) this.#clearBackTo(NOTHING);
    if (name === "tr") this.#clearBackTo(SECTIONS);
    if (CELLS.has(name)) {
      this.#clearBackTo(ROW_PARTS);
      const parent = this.#open.at(-1)?.name ?? "";
      if (parent !== "tr" && (parent === "table" || SECTIONS.has(parent))) {
        const row = new Element("tr", {});
        this.#append(row);
        this.#open.push(row);
      }
    }
  }

  /**
   * Closes elements up to a part of the table they are in, or its parts where there is no table.
   */
  #clearBackTo(parts: Names): void {
    const table = this.#open.findLastIndex(({ name }) => TABLE.has(name));
    const part = this.#open.findLastIndex(({ name }) => parts.has(name));
    if (table === -1 && part === -1) {
      // Rows without a table around them.
      const first = this.#open.findIndex(({ name }) => TABLE_CONTENT.has(name));
      if (first !== -1) this.#cut(first);
    } else this.#cut(Math.max(table, part) + 1);
  }

  /**
   * Closes a part of a table. Between two rows of a table within a cell, the end of a cell or row
   * belongs to the cell around it: the table's own end tag is missing, and the rest of the page
   * would be lost in it.
   */
  #closePart(name: string): void {
    if (this.#close(name, TABLE)) return;
    const table = this.#open.findLastIndex((open) => open.name === "table");
    const isBetweenRows = TABLE_PARTS.has(this.#open.at(-1)?.name ?? "") &&
      this.#open.at(-1)?.name !== "tr";
    if (!isBetweenRows || !this.#open.slice(0, table).some((open) => open.name === name)) return;
    this.#cut(table);
    this.#close(name, TABLE);
  }

  /**
   * Closes the innermost open element of these names; none beyond the nearest of the bounds.
   *
   * @returns Whether there was one.
   */
  #close(names: Names | string, bounds: Names): boolean {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const name = this.#open[at]?.name ?? "";
      if (typeof names === "string" ? name === names : names.has(name)) {
        this.#cut(at + 1);
        this.#open.pop();
        return true;
      }
      if (bounds.has(name)) return false;
    }
    return false;
  }

  /** Closes without an end tag. */
  #cut(length: number): void {
    for (const { name } of this.#open.splice(length)) this.#note(name);
  }

  #note(name: string): void {
    if (name === "table" || name === "tbody") this.unclosed.add(name);
  }

  #addText(data: string): void {
    if (this.isEnded && !this.#isTrailing() && /\S/.test(data)) this.isEnded = false;
    const last = (this.#open.at(-1) ?? this.document).children.at(-1);
    if (last instanceof Text) last.data += data;
    else this.#append(new Text(data));
  }

  #append(node: Element | Text): void {
    const parent = this.#open.at(-1) ?? this.document;
    const last = parent.children.at(-1) ?? null;
    node.parent = parent;
    node.prev = last;
    if (last !== null) last.next = node;
    parent.children.push(node);
  }

  /** Whether the current element is a script or the like, which may follow the end of a page. */
  #isTrailing(): boolean {
    return this.#open.some(({ name }) => TRAILING.has(name));
  }
}

type Names = ReadonlySet<string>;
const NOTHING: Names = new Set();
const TABLE: Names = new Set(["table", "template"]);
/** Where an end tag stops looking for its element. */
const SCOPE: Names = new Set([...TABLE, ...CELLS, "caption", "button", "object"]);
const LIST_SCOPE: Names = new Set([...SCOPE, "ul", "ol"]);
const DEFINITION_SCOPE: Names = new Set([...SCOPE, "dl"]);
const SELECT_SCOPE: Names = new Set([...SCOPE, "select"]);
const DEFINITIONS: Names = new Set(["dt", "dd"]);
const OPTIONS: Names = new Set(["option", "optgroup"]);
const ROW_PARTS: Names = new Set([...SECTIONS, "tr"]);
const TABLE_PARTS = new Set(["table", "tr", ...SECTIONS]);
const TABLE_CONTENT = new Set(["tr", ...SECTIONS, ...CELLS]);
