import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findAll } from "@mypacer/shared/federation/html.ts";
import { type BuiltSite, startBuiltSite } from "./built_site.ts";
import { valueOf } from "./read_page.ts";
import { type SampleApi, startSampleApi } from "./sample_api.ts";

let api: SampleApi;
let site: BuiltSite;

Deno.test.beforeAll(async () => {
  api = startSampleApi();
  site = await startBuiltSite(api.url, { environment: { SITE_URL: "https://pacer.invalid" } });
});

Deno.test.afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const PNG = [0x89, 0x50, 0x4e, 0x47];

Deno.test("a link to the table has a picture of it, and one to an athlete names nobody in it", async () => {
  const { document } = await site.page("/?by=speed&slow=10");
  const address = valueOf(document, "meta[property='og:image']", "content");
  assertEquals(address, "https://pacer.invalid/tableau/apercu?by=speed&slow=10");
  const response = await site.ask("/tableau/apercu?by=speed&slow=10");
  assertEquals(response.headers.get("content-type"), "image/png");
  assertEquals(response.headers.get("cross-origin-resource-policy"), "cross-origin");
  const picture = await response.bytes();
  assertEquals([...picture.slice(0, 4)], PNG);
  // Width and height stand in the first chunk.
  const view = new DataView(picture.buffer);
  assertEquals([view.getUint32(16), view.getUint32(20)], [1200, 630]);
  // With athletes or without, it is the same picture.
  const named = await (await site.ask("/tableau/apercu?by=speed&slow=10&athletes=1001")).bytes();
  assertEquals(named, picture);
  const { document: person } = await site.page("/recherche?q=dupont");
  assertEquals(findAll(person, "meta[property='og:image']"), []);
});

Deno.test("many pictures at once are refused, the table is not", async () => {
  const asked = Array.from(
    { length: 40 },
    (_, at) => site.ask(`/tableau/apercu?vma=${at / 10 + 10}`),
  );
  const answers = await Promise.all(asked);
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
  const refused = answers.filter(({ status }) => status === 429);
  assert(refused.length > 0, "all were drawn");
  assert(refused.every(({ headers }) => Number(headers.get("retry-after")) > 0));
  assertEquals((await site.page("/")).response.status, 200);
});

Deno.test("the files of the table say in the language of the page what is wrong with an address", async () => {
  for (
    const [path, said] of [["/tableau/csv", "n’est pas une allure"], [
      "/en/table/text",
      "is not a pace",
    ]]
  ) {
    const response = await site.ask(`${path}?slow=abc`);
    assertEquals(response.status, 400);
    assertStringIncludes(await response.text(), said ?? "");
  }
});
