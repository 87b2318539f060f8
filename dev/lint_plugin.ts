import { importProblem, mustBePure } from "./import_rules.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const fromRoot = (filename: string) => filename.replace(ROOT, "");
/** Globals that reach outside the program. */
const OUTSIDE = new Set(["Deno", "fetch", "process", "WebSocket", "localStorage", "performance"]);

/** What the project's own lint rules need to know of a node that names a module. */
interface Naming {
  source: { type: string; value?: unknown } | null;
}

/** The project's own lint rules: `mypacer/imports` and `mypacer/pure`. */
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
