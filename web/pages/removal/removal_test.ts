import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, findFirst } from "@mypacer/shared/federation/html.ts";
import { visitorOf } from "../../edge/visitor.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

const OWN = { "sec-fetch-site": "same-origin" };
const form = (fields: Record<string, string>, headers: Record<string, string> = OWN) => ({
  method: "POST",
  body: new URLSearchParams(fields),
  headers,
});
const sent = () => running.api.requests.filter(({ line }) => line === "POST /removal-requests");

Deno.test("a request for removal is kept, and the page that says so has its reference", async () => {
  const response = await running.site.ask(
    "/retrait",
    form({
      kind: "removal",
      athlete: "https://www.athle.fr/athletes/7000001",
      name: "",
      club: "",
      email: "ada@example.org",
      message: "",
    }, { ...OWN, "x-forwarded-for": "203.0.113.1, 198.51.100.7" }),
  );
  await response.body?.cancel();
  assertEquals(
    [response.status, response.headers.get("location")],
    [303, "/retrait?ref=7KQ2M-0X9TB"],
  );
  assertEquals(JSON.parse(sent().at(-1)?.body ?? ""), {
    kind: "removal",
    ffa_id: "7000001",
    name: null,
    club: null,
    email: "ada@example.org",
    message: null,
  });
  // The proxy's word, not the visitor's: the API bounds how often each may ask.
  assertEquals(sent().at(-1)?.headers.get("x-forwarded-for"), "198.51.100.7");
  const { response: page, document } = await running.site.page("/en/removal?ref=7KQ2M-0X9TB");
  assertEquals(textOf(document, "h1"), "Request stored");
  assertEquals(textOf(document, ".reference"), "7KQ2M-0X9TB");
  assertEquals(page.headers.get("x-robots-tag"), "noindex, nofollow");
});

Deno.test("a form that lacks something comes back as it was filled in, and nothing is kept", async () => {
  const before = sent().length;
  const { response, document } = await running.site.page(
    "/retrait",
    form({
      kind: "correction",
      club: "AC <b>",
      email: "nowhere",
      message: "né en 1990\n</textarea>",
    }),
  );
  assertEquals(response.status, 422);
  assertEquals(response.headers.get("cache-control"), "private, no-store");
  assertStringIncludes(
    textOf(document, "#removal-athlete-problem"),
    "le numéro de la fiche, ou un nom",
  );
  assertEquals(valueOf(document, "#removal-athlete", "aria-invalid"), "true");
  assertStringIncludes(textOf(document, "[role=alert]"), "pas encore envoyée");
  assertEquals(valueOf(document, "input[name=kind][checked]", "value"), "correction");
  assertEquals(valueOf(document, "#removal-club", "value"), "AC <b>");
  assertEquals(textOf(document, "#removal-message"), "né en 1990 </textarea>");
  const email = await running.site.page("/retrait", form({ name: "ROC Ada", email: "nowhere" }));
  assertStringIncludes(textOf(email.document, "#removal-email-problem"), "pas une adresse e-mail");
  assertEquals(sent().length, before);
});

Deno.test("no other site sends the form, and no link does", async () => {
  const before = sent().length;
  for (
    const headers of [{}, { "sec-fetch-site": "cross-site" }, { origin: "https://else.invalid" }]
  ) {
    const response = await running.site.ask(
      "/retrait",
      form({ athlete: "7000001" }, headers as Record<string, string>),
    );
    await response.body?.cancel();
    assertEquals(response.status, 403);
  }
  const large = await running.site.ask("/retrait", form({ message: "a".repeat(20_000) }));
  await large.body?.cancel();
  assertEquals(large.status, 400);
  const link = await running.site.page("/retrait?athlete=7000001&kind=correction");
  assertEquals(valueOf(link.document, "#removal-athlete", "value"), "7000001");
  assertEquals(valueOf(link.document, "meta[name=robots]", "content"), "noindex, nofollow");
  assertEquals(sent().length, before);
  const put = await running.site.ask("/retrait", { method: "PUT" });
  await put.body?.cancel();
  assertEquals([put.status, put.headers.get("allow")], [405, "GET, HEAD, POST"]);
});

Deno.test("a request that is not kept says so, and what was typed stays", async () => {
  try {
    for (
      const [refuses, status, said] of [[429, 429, "Trop de demandes"], [
        500,
        503,
        "n’a pas pu",
      ]] as const
    ) {
      running.api.removals.refuses = refuses;
      const { response, document } = await running.site.page(
        "/retrait",
        form({ athlete: "7000001" }),
      );
      assertEquals(response.status, status);
      assertStringIncludes(textOf(document, "[role=alert]"), said);
      assertEquals(valueOf(document, "#removal-athlete", "value"), "7000001");
      assertEquals(response.headers.get("retry-after"), refuses === 429 ? "600" : null);
    }
  } finally {
    running.api.removals.refuses = null;
  }
  assert(!running.site.written().includes("7000001"), running.site.written());
});

Deno.test("every foot says that the site is independent, and leads to the pages the law asks for", async () => {
  for (
    const [path, said, pages] of [
      ["/", "sans lien avec la Fédération", [
        "/mentions-legales",
        "/conditions",
        "/confidentialite",
        "/retrait",
      ]],
      ["/nowhere", "sans lien avec la Fédération", ["/retrait"]],
      ["/en/club/033904", "independent", ["/en/legal", "/en/terms", "/en/privacy", "/en/removal"]],
    ] as const
  ) {
    const { document } = await running.site.page(path);
    assertStringIncludes(textOf(document, ".footer").toLowerCase(), said.toLowerCase());
    const links = findAll(document, ".footer a").map((link) => attribute(link, "href"));
    for (const page of pages) assert(links.includes(page), page);
  }
  for (const path of ["/confidentialite", "/conditions", "/mentions-legales"]) {
    const { document } = await running.site.page(path);
    assert(findFirst(document, "main a[href='/retrait']"), path);
  }
});

Deno.test("visitorOf() believes a proxy beside the site, and nobody else", () => {
  assertEquals(visitorOf(null, "127.0.0.1"), "127.0.0.1");
  assertEquals(visitorOf("203.0.113.1, 198.51.100.7", "127.0.0.1"), "198.51.100.7");
  assertEquals(visitorOf("198.51.100.7", "172.18.0.2"), "198.51.100.7");
  assertEquals(visitorOf("198.51.100.7", "fd00::2"), "198.51.100.7");
  assertEquals(visitorOf("198.51.100.7", "203.0.113.9"), "203.0.113.9");
  assertEquals(visitorOf("198.51.100.7", "172.32.0.2"), "172.32.0.2");
});
