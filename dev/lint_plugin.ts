import { importProblem, mustBePure } from "./import_rules.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const fromRoot = (filename: string) => filename.replace(ROOT, "");
/** Globals that reach outside the program. */
const OUTSIDE = new Set(["Deno", "fetch", "process", "WebSocket", "localStorage", "performance"]);

/** What the project's own lint rules need to know of a node that names a module. */
interface Naming {
  source: { type: string; value?: unknown } | null;
}

/** Columns of a line, as `deno fmt` has them; it wraps code, but no comment. */
const WIDTH = 100;
/** What another program wrote is as wide as it likes. */
const GENERATED = /not to be\s+(?:\* )?edited by hand/i;
/** Lines that cannot be wrapped: words to a program, an address, code and tables in a comment. */
const UNWRAPPABLE = /^\s*(?:\/\/ |\/?\*+ )?(?:deno-|@ts-|\S*:\/\/\S+$|\||\s{2,})/;

/** Numbers of the lines of a comment, from 0 at its first, that are too wide, by its text. */
function wideLines(lines: readonly string[]): number[] {
  let inCode = false;
  const wide: number[] = [];
  lines.forEach((line, number) => {
    if (/^\s*\* ?```/.test(line)) inCode = !inCode;
    if (line.length > WIDTH && !inCode && !UNWRAPPABLE.test(line)) wide.push(number);
  });
  return wide;
}

/** The project's own lint rules: `mypacer/imports`, `mypacer/pure` and `mypacer/comments`. */
const plugin: Deno.lint.Plugin = {
  name: "mypacer",
  rules: {
    imports: {
      create(context) {
        const file = fromRoot(context.filename);
        const look = (node: Deno.lint.Node & Naming) => {
          if (typeof node.source?.value !== "string") return;
          const message = importProblem(file, node.source.value);
          if (message !== null) context.report({ node, message });
        };
        return {
          ImportDeclaration: look,
          ImportExpression: look,
          ExportNamedDeclaration: look,
          ExportAllDeclaration: look,
        };
      },
    },
    comments: {
      create(context) {
        const { text } = context.sourceCode;
        if (GENERATED.test(text.slice(0, 2000))) return {};
        return {
          Program() {
            for (const comment of context.sourceCode.getAllComments()) {
              const [start, end] = comment.range;
              // With what stands before it in its first line.
              const from = text.lastIndexOf("\n", start - 1) + 1;
              for (const number of wideLines(text.slice(from, end).split("\n"))) {
                context.report({
                  range: [start, end],
                  message: `Line ${number + 1} of this comment is wider than ${WIDTH} columns`,
                });
              }
            }
          },
        };
      },
    },
    pure: {
      create(context) {
        if (!mustBePure(fromRoot(context.filename))) return {};
        const report = (node: Deno.lint.Node, what: string) =>
          context.report({ node, message: `This file must stay pure, but reads ${what}` });
        return {
          MemberExpression(node) {
            if (node.object.type !== "Identifier") return;
            if (OUTSIDE.has(node.object.name)) report(node, node.object.name);
            if (
              node.object.name === "Date" && node.property.type === "Identifier" &&
              node.property.name === "now"
            ) report(node, "the clock");
          },
          CallExpression(node) {
            if (node.callee.type === "Identifier" && OUTSIDE.has(node.callee.name)) {
              report(node, node.callee.name);
            }
          },
          NewExpression(node) {
            if (
              node.callee.type === "Identifier" && node.callee.name === "Date" &&
              node.arguments.length === 0
            ) report(node, "the clock");
          },
        };
      },
    },
  },
};

export default plugin;
