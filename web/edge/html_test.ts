import { assertEquals } from "@std/assert";
import { type BuiltSite, startBuiltSite } from "../testing/built_site.ts";
import { EVERY_PAGE } from "../testing/every_page.ts";
import { type SampleApi, startSampleApi } from "../testing/sample_api.ts";
import { htmlFaults } from "../testing/valid_html.ts";

let api: SampleApi;
let site: BuiltSite;

Deno.test.beforeAll(async () => {
  api = startSampleApi();
  site = await startBuiltSite(api.url);
});

Deno.test.afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

Deno.test("the validator sees what is wrong", async () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="fr"><head><title>a</title></head><body>${body}</body></html>`;
  assertEquals(await htmlFaults(page("<p>a</p>")), []);
  for (
    const wrong of [
      "<a href='/'><a href='/'>b</a></a>",
      "<p><div></div></p>",
      "<i id='a'></i><i id='a'></i>",
    ]
  ) {
    assertEquals((await htmlFaults(page(wrong))).length > 0, true, wrong);
  }
});

Deno.test("a form that is sent back is valid HTML", async () => {
  const body = new URLSearchParams({ message: "</textarea><p>", email: "nowhere", name: "a" });
  const { response, html } = await site.page("/retrait", {
    method: "POST",
    body,
    headers: { "sec-fetch-site": "same-origin" },
  });
  assertEquals(response.status, 422);
  assertEquals(await htmlFaults(html), []);
});

for (const { path, status = 200 } of EVERY_PAGE) {
  Deno.test(`${path} is valid HTML`, async () => {
    const { response, html } = await site.page(path);
    assertEquals(response.status, status);
    assertEquals(await htmlFaults(html), []);
  });
}
