import { fileURLToPath } from "node:url";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { type ComponentChildren, Fragment, h, type VNode } from "preact";
import { jsx, jsxs } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { CompiledModule } from "../../testing/compile_modules.ts";
import { $attribute, $child, $state, $template } from "./template_parts.ts";

/** A component that the elements under test may have. */
const Note = ({ children }: { children?: ComponentChildren }) => h("b", null, children);

async function compiledModules(modules: readonly string[]): Promise<CompiledModule[]> {
  const script = fileURLToPath(new URL("../../testing/compile_modules.ts", import.meta.url));
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", script],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const stdin = child.stdin.getWriter();
  await stdin.write(new TextEncoder().encode(JSON.stringify(modules)));
  await stdin.close();
  const [json] = await Promise.all([new Response(child.stdout).json(), child.status]);
  return json;
}

/** Renders the element that a script exports, with what it may name. */
function rendered(script: string | null, names: Record<string, unknown>): string {
  const body = (script ?? "").replaceAll(/import \{[^}]*\} from "[^"]*";/g, "")
    .replace("export default", "return")
    .replaceAll("_jsxs(", "jsxs(").replaceAll("_jsx(", "jsx(").replaceAll("_Fragment", "Fragment");
  const given = {
    ...{ jsx, jsxs, Fragment, Note, $attribute, $child, $state, $template },
    ...names,
  };
  const component = new Function(...Object.keys(given), body)(...Object.values(given));
  return renderToString(component() as VNode);
}

const CASES: readonly (readonly [
  what: string,
  element: string,
  html: string,
  names?: Record<string, unknown>,
])[] = [
  ["a text", "<p>one</p>", "<p>one</p>"],
  ["signs", `<p title='"<'>{"a & b"}</p>`, `<p title="&quot;&lt;">a &amp; b</p>`],
  ["lines", "<p>\n  one\n  two <i>three</i>\n</p>", "<p>one two <i>three</i></p>"],
  ["a space between", "<p><i>a</i>{' '}<i>b</i></p>", "<p><i>a</i> <i>b</i></p>"],
  ["an entity", "<p>a&nbsp;b</p>", "<p>a\u00a0b</p>"],
  ["a comment", "<p>{/* none */}</p>", "<p></p>"],
  ["a given text", "<p>{x}</p>", "<p>a&lt;b</p>", { x: "a<b" }],
  ["nothing", "<p>{x}{null}{false}</p>", "<p></p>", { x: undefined }],
  ["zero", "<p>{x && <i>many</i>}</p>", "<p>0</p>", { x: 0 }],
  ["a choice", "<p>{x ? <i>yes</i> : 'no'}</p>", "<p><i>yes</i></p>", { x: true }],
  ["a list", "<ul>{x.map((y) => <li key={y}>{y}</li>)}</ul>", "<ul><li>&amp;</li><li>2</li></ul>", {
    x: ["&", 2],
  }],
  ["texts in a list", "<p>{x}</p>", "<p>a&amp;b</p>", { x: ["a", "&b"] }],
  [
    "a component",
    "<p><Note>a <i>{x}</i></Note></p>",
    "<p><b>a <i>1</i></b></p>",
    { x: 1 },
  ],
  ["elements given on", "<Note><i>a</i> b</Note>", "<b><i>a</i> b</b>"],
  ["a fragment", "<p><>a<i>b</i></></p>", "<p>a<i>b</i></p>"],
  [
    "attributes",
    "<a class={x} href={y} hidden={z} download>a</a>",
    `<a href="/?a&amp;b" hidden download>a</a>`,
    {
      x: undefined,
      y: "/?a&b",
      z: true,
    },
  ],
  ["false and numbers", "<td colSpan={2} hidden={false}>a</td>", `<td colspan="2">a</td>`],
  [
    "states",
    "<p aria-hidden aria-busy={x} data-y={null} draggable={x}>a</p>",
    `<p aria-hidden="true" aria-busy="false" draggable="false">a</p>`,
    {
      x: false,
    },
  ],
  ["an empty attribute", `<p id="" aria-label={x}>a</p>`, "<p id aria-label>a</p>", { x: "" }],
  [
    "names of scripts",
    "<label htmlFor='a' className='b' tabIndex={0}>a</label>",
    `<label for="a" class="b" tabindex="0">a</label>`,
  ],
  ["what acts in browsers only", "<p onClick={() => {}} ref={x} key='a'>a</p>", "<p>a</p>", {
    x: {},
  }],
  ["a signal's value", "<p id={x}>a</p>", `<p id="b">a</p>`, {
    x: { peek: () => "b", value: "b" },
  }],
  [
    "no end tag",
    "<p><br /><input value={x} required /></p>",
    `<p><br/><input value="1" required/></p>`,
    { x: 1 },
  ],
  ["HTML", "<p dangerouslySetInnerHTML={{ __html: x }} />", "<p><i>a</i></p>", { x: "<i>a</i>" }],
  [
    "a chosen option",
    "<select value={x}><option value='a'>A</option></select>",
    `<select><option selected value="a">A</option></select>`,
    { x: "a" },
  ],
  ["a long text", "<textarea value={x} />", "<textarea>a</textarea>", { x: "a" }],
  ["spread properties", "<p {...x}>a</p>", `<p id="b">a</p>`, { x: { id: "b" } }],
  ["a style", "<p style={x}>a</p>", `<p style="top:1px;">a</p>`, { x: { top: 1 } }],
  [
    "a drawing",
    `<svg viewBox="0 0 9 9" aria-hidden="true"><path d={x} strokeWidth="2" /></svg>`,
    `<svg viewBox="0 0 9 9" aria-hidden="true"><path d="M1 1" stroke-width="2"></path></svg>`,
    { x: "M1 1" },
  ],
  ["a drawing with more", "<svg><Note>a</Note></svg>", "<svg><b>a</b></svg>"],
];

Deno.test("elements are written from templates as the renderer writes them", async (t) => {
  const modules = await compiledModules(
    CASES.map(([_, element]) => `export default () => (${element});`),
  );
  for (const [at, [what, , html, names = {}]] of CASES.entries()) {
    await t.step(what, () => {
      const { plain, compiled } = modules[at] ?? {};
      assertEquals(rendered(plain ?? null, names), html);
      assertEquals(rendered(compiled ?? plain ?? null, names), html);
    });
  }
});

Deno.test("compileElements() leaves alone what has nothing to compile, and refuses what is no code", async () => {
  const [component, none, broken] = await compiledModules([
    "export const a = <Note {...b} />;",
    "export const a = 1;",
    "export const = <p>;",
  ]);
  assertEquals([component?.compiled, none?.compiled], [null, null]);
  assertMatch(broken?.error ?? "", /^Error: /);
});

Deno.test("a signal that stands in an element is refused: Fresh would write it otherwise", () => {
  const signal = { peek: () => 1, value: 1 } as unknown as ComponentChildren;
  assertThrows(() => $child(signal), Error, "show its value");
});
