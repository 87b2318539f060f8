import { assertStringIncludes } from "@std/assert";
import { renderIsland } from "../../testing/render_island.ts";
import { literalBootScript } from "./literal_boot_script.ts";

Deno.test("literalBootScript() is needed: Fresh expands $' in an island's props", async () => {
  assertStringIncludes(await renderIsland({ text: "a$'b" }), 'text:"a<body>');
});

Deno.test("literalBootScript() leaves props as they are", async () => {
  assertStringIncludes(await renderIsland({ text: "a$'b" }, literalBootScript), `text:"a$'b"`);
});
