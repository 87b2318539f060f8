import { assert, assertEquals } from "@std/assert";
import { z } from "zod";
import { createTestApp } from "../testing/test_app.ts";
import { toOpenApi } from "./openapi.ts";

/** Every `$ref` of a document. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "$ref" && typeof part === "string" ? [part] : references(part)
  );
}

/** What a local reference leads to. */
function resolve(document: unknown, reference: string): unknown {
  return reference.slice(2).split("/").reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    document,
  );
}

Deno.test("toOpenApi() describes every route, and every reference leads somewhere", async () => {
  await using app = await createTestApp();
  const document = JSON.parse(JSON.stringify(toOpenApi(app.routes, "1.2.3")));
  assertEquals([document.openapi, document.info.version], ["3.1.0", "1.2.3"]);
  const described = Object.entries<Record<string, unknown>>(document.paths).flatMap(
    ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assertEquals(
    described.sort(),
    app.routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`).sort(),
  );
  const found = references(document);
  assert(found.length > 30);
  for (const reference of found) {
    assert(reference.startsWith("#/components/schemas/"), reference);
    assert(resolve(document, reference) !== undefined, `${reference} leads nowhere`);
  }
  const operations = app.routes.map(({ operation }) => operation);
  assertEquals(new Set(operations).size, operations.length);
});

Deno.test("toOpenApi() tells parameters with their limits and defaults", async () => {
  await using app = await createTestApp();
  const document = JSON.parse(JSON.stringify(toOpenApi(app.routes, "1.2.3")));
  const { parameters } = document.paths["/athletes"].get;
  const byName = Object.fromEntries(
    parameters.map((parameter: { name: string }) => [parameter.name, parameter]),
  );
  assertEquals(byName.q.required, false);
  assertEquals(byName.q.schema, { type: "string", minLength: 2, maxLength: 80 });
  assertEquals(byName.limit, {
    name: "limit",
    in: "query",
    required: false,
    schema: { type: "integer", minimum: 1, maximum: 100, default: 20 },
  });
  const [ffaId] = document.paths["/athletes/{ffaId}"].get.parameters;
  assertEquals([ffaId.name, ffaId.in, ffaId.required], ["ffaId", "path", true]);
});

Deno.test("GET /docs is one page that needs nothing from elsewhere", async () => {
  await using app = await createTestApp();
  const response = await app.fetch("/docs");
  const html = await response.text();
  const policy = response.headers.get("content-security-policy") ?? "";
  assert(policy.includes("default-src 'none'"), policy);
  const style = html.match(/<style>([\s\S]*?)<\/style>/)?.[1] ?? "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  assert(policy.includes(`'sha256-${new Uint8Array(digest).toBase64()}'`));
  assert(!/<script|style="|src=|href="http/.test(html));
  for (const { operation } of app.routes) assert(html.includes(`id="${operation}"`), operation);
  for (const link of html.matchAll(/href="#([^"]+)"/g)) {
    assert(html.includes(`id="${link[1]}"`), `${link[1]} leads nowhere`);
  }
});

Deno.test("toOpenApi() shows examples that are what the schemas say", async () => {
  await using app = await createTestApp();
  const shown = app.routes.filter(({ example }) => example !== undefined);
  assertEquals(shown.map(({ path }) => path), [
    "/athletes/:ffaId/records",
    "/athletes/:ffaId/results",
    "/athletes/:ffaId/analysis",
    "/compare",
  ]);
  const document = JSON.parse(JSON.stringify(toOpenApi(app.routes, "1.2.3")));
  for (const { path, answer } of shown) {
    assert(answer instanceof z.ZodType);
    const { get } = document.paths[path.replace(/:(\w+)/g, "{$1}")];
    const { example } = get.responses["200"].content["application/json"];
    assertEquals(answer.parse(example), example);
  }
});
