import { parseHtml } from "@mypacer/shared/federation/html.ts";
import { assertEquals } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { TextField } from "./TextField.tsx";
import "../texts/provide_all.ts";
import { valueOf } from "../../testing/read_page.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

Deno.test("TextField ties its help and its problem to the field", () => {
  const plain = draw(<TextField id="f" label="Pas" />);
  assertEquals(valueOf(plain, "input", "aria-describedby"), null);
  assertEquals(valueOf(plain, "input", "aria-invalid"), null);
  const wrong = draw(<TextField id="f" label="Pas" help="h" problem="p" value="x" />);
  assertEquals(valueOf(wrong, "label", "for"), "f");
  assertEquals(valueOf(wrong, "input", "aria-describedby"), "f-help f-problem");
  assertEquals(valueOf(wrong, "input", "aria-invalid"), "true");
  assertEquals(valueOf(wrong, "input", "value"), "x");
});
