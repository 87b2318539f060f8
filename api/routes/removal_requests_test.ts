import { assert, assertEquals, assertMatch } from "@std/assert";
import { RemovalReceipt } from "@mypacer/shared/contract/removal_request.ts";
import { findOpenRequests } from "@mypacer/shared/database/removal_request.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";

const post = (app: TestApp, body: unknown, headers: Record<string, string> = {}) =>
  app.fetch("/removal-requests", {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

Deno.test("POST /removal-requests stores the request and answers its reference alone", async () => {
  await using app = await createTestApp();
  const response = await post(app, {
    kind: "removal",
    name: "  TESTARD Zélie ",
    club: "AC EXEMPLE",
    email: "zelie@example.org",
  });
  assertEquals(response.status, 201);
  assertEquals(response.headers.get("cache-control"), "no-store");
  const { reference } = RemovalReceipt.parse(await response.json());
  const [kept, ...others] = await findOpenRequests(app.sql);
  assertEquals(others, []);
  assertEquals({ ...kept, createdAt: null }, {
    reference,
    kind: "removal",
    ffaId: null,
    name: "TESTARD Zélie",
    club: "AC EXEMPLE",
    email: "zelie@example.org",
    message: null,
    createdAt: null,
  });
  const byId = await post(app, { kind: "correction", ffa_id: "7000001" });
  assertEquals(byId.status, 201);
  assert(RemovalReceipt.parse(await byId.json()).reference !== reference);
  // Who asked is nobody's business: not even the log's.
  assert(!app.lines.join("\n").includes("TESTARD"));
});

Deno.test("POST /removal-requests refuses what it cannot use, and stores none of it", async () => {
  await using app = await createTestApp();
  const wrong: [body: unknown, parameter: string][] = [
    [{ kind: "removal" }, "name"],
    [{ kind: "removal", name: "   " }, "name"],
    [{ kind: "removal", name: "a".repeat(81) }, "name"],
    [{ kind: "removal", ffa_id: "12a" }, "ffa_id"],
    [{ kind: "revenge", ffa_id: "12" }, "kind"],
    [{ ffa_id: "12" }, "kind"],
    [{ kind: "removal", ffa_id: "12", email: "nowhere" }, "email"],
    [{ kind: "removal", ffa_id: "12", message: "a".repeat(501) }, "message"],
    [{ kind: "removal", ffa_id: "12", phone: "1" }, "phone"],
    [[], "body"],
  ];
  for (const [body, parameter] of wrong) {
    const response = await post(app, body);
    const problem = await response.json();
    assertEquals([response.status, problem.errors[0].parameter], [422, parameter]);
  }
  const form = await post(app, { kind: "removal", ffa_id: "12" }, {
    "content-type": "application/x-www-form-urlencoded",
  });
  assertEquals(form.status, 415);
  assertEquals((await app.fetch("/removal-requests")).status, 405);
  assertEquals((await findOpenRequests(app.sql)).length, 0);
});

Deno.test("POST /removal-requests is rate limited for each client, whatever it claims to be", async () => {
  await using app = await createTestApp();
  const from = (client: string) =>
    post(app, { kind: "removal", ffa_id: "7000001" }, {
      "x-forwarded-for": `${crypto.randomUUID()}, ${client}`,
    });
  for (let times = 0; times < 5; times++) assertEquals((await from("198.51.100.7")).status, 201);
  const refused = await from("198.51.100.7");
  assertEquals(refused.status, 429);
  assertMatch(refused.headers.get("retry-after") ?? "", /^(600|59\d)$/);
  assertEquals((await from("198.51.100.8")).status, 201);
  app.clock.ahead = 601_000;
  assertEquals((await from("198.51.100.7")).status, 201);
  assertEquals((await findOpenRequests(app.sql)).length, 7);
});
