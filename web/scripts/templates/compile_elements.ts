/**
 * Compiles the elements of a component to templates: the text that never changes is written when
 * the site is built, and the server joins it with the rest. An element that the server makes and
 * then renders costs several times as much.
 *
 * What is written is what `preact-render-to-string` writes. Left as they are: components, elements
 * with spread properties, and those whose text depends on what is around them.
 */
import { parseSync } from "vite";
import { escapeText } from "./template_parts.ts";

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  type: string;
  start: number;
  end: number;
  // deno-lint-ignore no-explicit-any
  [field: string]: any;
}

/** Tags that Fresh moves into the head, and the frame around it. */
const OF_HEAD = "html head body title meta link script style base noscript template";
/** Tags whose text depends on each other: a field shows the chosen option. */
const OF_FIELDS = "select option textarea";
const LEFT_ALONE = new Set(`${OF_HEAD} ${OF_FIELDS}`.split(" "));
/** Tags that mean nothing outside a drawing: how they are written depends on it. */
const OF_DRAWINGS = new Set(
  "circle clipPath defs ellipse g image line linearGradient marker mask path pattern polygon polyline radialGradient rect stop symbol text tspan use"
    .split(" "),
);
/** Tags without an end tag. */
const VOID = new Set("area br col embed hr img input source track wbr".split(" "));

/** Names that the renderer writes in lower case, and in a drawing with hyphens. */
const LOWER_CASE =
  /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;
const HYPHENATED =
  /^ac|^ali|arabic|basel|cap|clipPath$|clipRule$|color|dominant|enable|fill|flood|font|glyph[^R]|horiz|image|letter|lighting|marker[^WUH]|overline|panose|pointe|paint|rendering|shape|stop|strikethrough|stroke|text[^L]|transform|underline|unicode|units|^v[^i]|^w|^xH/;
/** Attributes with a meaning of their own for the renderer. */
const SPECIAL =
  /^(?:children|style|defaultChecked|defaultValue|defaultSelected|acceptCharset|httpEquiv|xlink.*|xml.*|f-.*)$/;

/** The parts of a template: texts, and between each two of them an expression. */
class Template {
  readonly texts = [""];
  readonly parts: string[] = [];

  write(text: string): void {
    this.texts[this.texts.length - 1] += text;
  }

  put(expression: string): void {
    this.parts.push(expression);
    this.texts.push("");
  }
}

const isElement = ({ type }: Node) => type === "JSXElement" || type === "JSXFragment";

/** The tag of an element in HTML; null for a component. */
function tagOf({ openingElement }: Node): string | null {
  const { name } = openingElement;
  return name.type === "JSXIdentifier" && /^[a-z]/.test(name.name) ? name.name : null;
}

/** A text between tags as it counts: lines are joined, what indents them is no part of it. */
function joinedLines(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.map((line, at) => {
    const tail = at === lines.length - 1 ? line : line.replace(/[ \t]+$/, "");
    return at === 0 ? tail : tail.replace(/^[ \t]+/, "");
  }).filter((line) => line !== "").join(" ");
}

/** The value of an expression that is a plain text or number; undefined for any other. */
function literalOf(expression: Node): string | undefined {
  if (expression.type === "Literal" && /^(?:string|number)$/.test(typeof expression.value)) {
    return String(expression.value);
  }
  if (expression.type !== "TemplateLiteral" || expression.expressions.length > 0) return undefined;
  return expression.quasis[0].value.cooked;
}

/** Compiles the elements of one module. */
class Compiler {
  readonly #code: string;
  readonly templates: string[][] = [];

  constructor(code: string) {
    this.#code = code;
  }

  /** The code of a node, with the elements in it compiled. */
  code(node: Node, inElement = false): string {
    if (isElement(node)) {
      const template = this.#template(node);
      if (template !== null) return inElement ? `{${template}}` : template;
    }
    const within = isElement(node);
    let code = "";
    let at = node.start;
    for (const child of childNodes(node)) {
      code += this.#code.slice(at, child.start) +
        this.code(child, within && isElement(child));
      at = child.end;
    }
    return code + this.#code.slice(at, node.end);
  }

  /** The call that makes an element from its template; null where it stays as it is. */
  #template(node: Node): string | null {
    if (node.type !== "JSXElement" || !this.#isCompiled(node)) return null;
    const template = new Template();
    this.#writeElement(node, template, false);
    const at = this.templates.push(template.texts) - 1;
    return `$template(${[`$texts[${at}]`, ...template.parts].join(", ")})`;
  }

  #isCompiled(node: Node): boolean {
    const tag = tagOf(node);
    if (tag === null || LEFT_ALONE.has(tag) || OF_DRAWINGS.has(tag)) return false;
    return tag === "svg" ? this.#isPlainDrawing(node) : this.#hasPlainAttributes(node);
  }

  /** Whether a drawing is elements through and through: what is in it depends on it. */
  #isPlainDrawing(node: Node): boolean {
    return this.#hasPlainAttributes(node) &&
      node.children.every((child: Node) =>
        child.type === "JSXText"
          ? joinedLines(child.value) === ""
          : child.type === "JSXElement" && OF_DRAWINGS.has(tagOf(child) ?? "") &&
            this.#isPlainDrawing(child)
      );
  }

  #hasPlainAttributes({ openingElement, children }: Node): boolean {
    const { attributes } = openingElement;
    return attributes.every(({ type, name, value }: Node) =>
      type === "JSXAttribute" && name.type === "JSXIdentifier" && !SPECIAL.test(name.name) &&
      (value === null || value.type === "JSXExpressionContainer" ||
        value.type === "Literal" && !/[&\n]/.test(this.#code.slice(value.start, value.end)))
    ) && children.every((child: Node) =>
      child.type !== "JSXSpreadChild" && !(child.type === "JSXText" && child.value.includes("&"))
    );
  }

  #writeElement(node: Node, template: Template, inDrawing: boolean): void {
    const tag = tagOf(node) ?? "";
    template.write(`<${tag}`);
    let html: string | null = null;
    for (const { name: { name }, value } of node.openingElement.attributes) {
      if (name === "dangerouslySetInnerHTML") html = this.code(value.expression);
      else this.#writeAttribute({ name, value }, template, inDrawing);
    }
    if (VOID.has(tag)) return template.write("/>");
    template.write(">");
    if (html === null) this.#writeChildren(node, template, inDrawing || tag === "svg");
    else template.put(`(${html})?.__html`);
    template.write(`</${tag}>`);
  }

  #writeAttribute(
    { name, value }: { name: string; value: Node | null },
    template: Template,
    inDrawing: boolean,
  ): void {
    if (name === "key" || name === "ref" || /^on[A-Z]/.test(name)) return;
    const keepsFalse = name[4] === "-" || name === "draggable" || name === "spellcheck";
    const written = writtenName(name, inDrawing);
    const expression: Node | null = value?.type === "JSXExpressionContainer"
      ? value.expression
      : value;
    const literal = expression === null ? (keepsFalse ? "true" : "") : literalOf(expression);
    if (literal === undefined) {
      const write = keepsFalse ? "$state" : "$attribute";
      template.put(`${write}(${JSON.stringify(` ${written}`)}, ${this.code(expression as Node)})`);
    } else template.write(literal === "" ? ` ${written}` : ` ${written}="${escapeText(literal)}"`);
  }

  #writeChildren({ children }: Node, template: Template, inDrawing: boolean): void {
    for (const child of children as Node[]) {
      if (child.type === "JSXText") template.write(escapeText(joinedLines(child.value)));
      else if (child.type === "JSXExpressionContainer") {
        const { expression } = child;
        if (expression.type === "JSXEmptyExpression") continue;
        const literal = literalOf(expression);
        if (literal === undefined) template.put(`$child(${this.code(expression)})`);
        else template.write(escapeText(literal));
      } else if (child.type === "JSXElement" && (inDrawing || this.#isCompiled(child))) {
        this.#writeElement(child, template, inDrawing);
      } else template.put(this.code(child));
    }
  }
}

function writtenName(name: string, inDrawing: boolean): string {
  if (name === "className") return "class";
  if (name === "htmlFor") return "for";
  if (inDrawing) {
    return HYPHENATED.test(name) ? name.replaceAll(/([A-Z])/g, "-$1").toLowerCase() : name;
  }
  return LOWER_CASE.test(name) ? name.toLowerCase() : name;
}

/** The nodes right below a node, in the order of the code. */
function childNodes(node: Node): Node[] {
  const nodes = Object.values(node).flat().filter((value): value is Node =>
    typeof value === "object" && value !== null && typeof value.type === "string" &&
    typeof value.start === "number"
  );
  nodes.sort((a, b) => a.start - b.start);
  // `{ name }` is one piece of code and two nodes.
  return nodes.filter(({ start }, at) => start >= (nodes[at - 1]?.end ?? 0));
}

/**
 * Compiles the elements of a module to templates.
 *
 * @param parts Where the module finds `template_parts.ts`.
 * @returns Null where it has none.
 * @throws {Error} If it cannot be parsed.
 */
export function compileElements(code: string, parts: string): string | null {
  const { program, errors } = parseSync("module.tsx", code, { lang: "tsx" });
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  const compiler = new Compiler(code);
  const compiled = compiler.code({ ...program, start: 0, end: code.length } as unknown as Node);
  if (compiler.templates.length === 0) return null;
  const names = "$attribute, $child, $state, $template";
  return `import { ${names} } from ${JSON.stringify(parts)}; const $texts = ${
    JSON.stringify(compiler.templates)
  };${compiled}`;
}
