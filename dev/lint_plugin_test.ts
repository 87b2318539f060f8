import { assert, assertEquals } from "@std/assert";
import { EXCEPTIONS } from "./import_rules.ts";
import plugin from "./lint_plugin.ts";
import { pathTo } from "./paths.ts";

const at = (file: string) => new URL(`../${file}`, import.meta.url).pathname;
const problems = (file: string, source: string) =>
  Deno.lint.runPlugin(plugin, at(file), source).map(({ id, message }) => [id, message]);

Deno.test("mypacer/imports marks a member that imports another member", () => {
  assertEquals(problems("api/app.ts", `import { crawl } from "../scraper/crawl/crawl.ts";`), [[
    "mypacer/imports",
    "api/ may not import scraper/crawl/crawl.ts: only api/, shared/",
  ]]);
});

Deno.test("mypacer/imports marks shared when it imports a member, also dynamically or by re-export", () => {
  for (
    const source of [
      `import "../../api/app.ts";`,
      `const app = await import("../../api/app.ts");`,
      `export { createApp } from "../../api/app.ts";`,
      `export * from "../../api/app.ts";`,
    ]
  ) {
    assertEquals(problems("shared/process/log.ts", source), [[
      "mypacer/imports",
      "shared/ may not import api/app.ts: only shared/",
    ]]);
  }
});

Deno.test("mypacer/imports keeps the rooms of the domain in one direction", () => {
  const source = `import { riegel } from "../models/riegel.ts";`;
  assertEquals(problems("shared/domain/measure/time.ts", source), [[
    "mypacer/imports",
    "shared/domain/measure/ may not import shared/domain/models/riegel.ts: only shared/domain/measure/",
  ]]);
  assertEquals(problems("shared/domain/analysis/anomaly.ts", source), []);
});

Deno.test("mypacer/imports keeps the rooms of scraper and simulator in one direction", () => {
  const crawl = `import { crawl } from "../crawl/crawl.ts";`;
  assertEquals(problems("scraper/report/crawl_summary.ts", crawl), []);
  assertEquals(problems("scraper/repositories/runs.ts", crawl), [[
    "mypacer/imports",
    "scraper/repositories/ may not import scraper/crawl/crawl.ts: only scraper/repositories/, scraper/plan/, shared/",
  ]]);
  assertEquals(problems("simulator/people/clubs.ts", `import "../pages/roster.ts";`).length, 1);
});

Deno.test("mypacer/imports keeps help for tests out of what is shipped", () => {
  const source = `import { ScriptedFederation } from "../testing/scripted_federation.ts";`;
  assertEquals(problems("scraper/crawl/crawl_test.ts", source), []);
  assertEquals(problems("scraper/crawl/crawl.ts", source), [[
    "mypacer/imports",
    "scraper/testing/scripted_federation.ts is for tests: only they may import it",
  ]]);
});

Deno.test("mypacer/imports keeps packages out of the domain, but for its tests", () => {
  const source = `import fc from "fast-check";`;
  assertEquals(problems("shared/domain/measure/mark.ts", source), [[
    "mypacer/imports",
    "shared/domain/measure/ may not import the package fast-check",
  ]]);
  assertEquals(problems("shared/domain/measure/mark_test.ts", source), []);
});

Deno.test("mypacer/imports keeps the database out of what the browser loads", () => {
  const source = `import { connect } from "@mypacer/shared/database/connect.ts";`;
  assertEquals(problems("web/islands/Search.tsx", source), [[
    "mypacer/imports",
    "web/islands/ may not import shared/database/connect.ts: only web/kit/, web/pages/, shared/domain/, shared/contract/",
  ]]);
  assertEquals(problems("api/main.ts", source), []);
});

Deno.test("mypacer/imports keeps the pages of the site apart, and what they share below them", () => {
  const source = `import { readZones } from "../zones/state.ts";`;
  assertEquals(problems("web/pages/planner/load.ts", source), [[
    "mypacer/imports",
    "web/pages/ may not import web/pages/zones/state.ts: only web/pages/planner/, web/kit/, web/islands/, shared/",
  ]]);
  assertEquals(problems("web/pages/predictor/page.tsx", source), []);
  assertEquals(
    problems("web/kit/forms/field.ts", `import "../../pages/zones/state.ts";`).length,
    1,
  );
  assertEquals(problems("web/pages/zones/load.ts", `import "../../edge/site.ts";`).length, 1);
  const server = `import { log } from "@mypacer/shared/process/log.ts";`;
  assertEquals(problems("web/pages/zones/load.ts", server), []);
  assertEquals(problems("web/pages/zones/page.tsx", server).length, 1);
});

Deno.test("what is left out of the rules of imports is little, and still imported", async () => {
  assert(EXCEPTIONS.length <= 25);
  for (const { from, to } of EXCEPTIONS) {
    const source = await Deno.readTextFile(pathTo(`../${from}`));
    const imported = Array.from(
      source.matchAll(/from "(\.[^"]+)"/g),
      ([, path = ""]) => new URL(path, `file:///${from}`).pathname.slice(1),
    );
    assert(imported.includes(to), `${from} does not import ${to}`);
  }
});

Deno.test("mypacer/pure marks input, output, environment and clock in the domain only", () => {
  const source = `
    export const a = Deno.env.get("A");
    export const b = () => fetch("/b");
    export const c = Date.now();
    export const d = new Date();
    export const e = new Date(2026, 8, 1);`;
  assertEquals(problems("shared/domain/people/season.ts", source).map(([, message]) => message), [
    "This file must stay pure, but reads Deno",
    "This file must stay pure, but reads fetch",
    "This file must stay pure, but reads the clock",
    "This file must stay pure, but reads the clock",
  ]);
  assertEquals(problems("api/main.ts", source), []);
});

Deno.test("mypacer/imports lets tests alone use what helps tests", () => {
  const source = `import { until } from "../testing/until.ts";`;
  assertEquals(problems("shared/database/migrate_test.ts", source), []);
  assertEquals(problems("shared/database/migrate.ts", source).map(([id]) => id), [
    "mypacer/imports",
  ]);
});

Deno.test("mypacer/comments marks lines of comments wider than 100 columns", () => {
  const words = "word ".repeat(20);
  const message = (line: number) => [
    "mypacer/comments",
    `Line ${line} of this comment is wider than 100 columns`,
  ];
  assertEquals(problems("dev/start.ts", `// ${words}`), [message(1)]);
  assertEquals(problems("dev/start.ts", `/**\n * Short.\n * ${words}\n */`), [message(3)]);
  assertEquals(problems("dev/start.ts", `const a = 1; // ${words}`), [message(1)]);
  // Code, a table, an address, what a program reads, and code that is no comment.
  for (
    const source of [
      `/**\n * \`\`\`ts\n * ${words}\n * \`\`\`\n */`,
      `/**\n * | ${words} |\n */`,
      `// https://example.org/${"a".repeat(100)}`,
      `// deno-lint-ignore ${words}`,
      `const text = "// ${words}";`,
      `/** Figures. Not to be edited by hand. */\n// ${words}`,
    ]
  ) assertEquals(problems("dev/start.ts", source), [], source);
});
