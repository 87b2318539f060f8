import { assertEquals } from "@std/assert";
import { HtmlValidate } from "html-validate";
import { type BuiltSite, startBuiltSite } from "./built_site.ts";
import { EVERY_PAGE } from "./every_page.ts";
import { type SampleApi, startSampleApi } from "./sample_api.ts";

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

/** What the standard says, without the validator's own taste. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** What is wrong with a page, as `rule: message (element)`. */
async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
  );
}

Deno.test("the validator sees what is wrong", async () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="fr"><head><title>a</title></head><body>${body}</body></html>`;
  assertEquals(await faults(page("<p>a</p>")), []);
  for (
    const wrong of [
      "<a href='/'><a href='/'>b</a></a>",
      "<p><div></div></p>",
      "<i id='a'></i><i id='a'></i>",
    ]
  ) {
    assertEquals((await faults(page(wrong))).length > 0, true, wrong);
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
  assertEquals(await faults(html), []);
});

for (const { path, status = 200 } of EVERY_PAGE) {
  Deno.test(`${path} is valid HTML`, async () => {
    const { response, html } = await site.page(path);
    assertEquals(response.status, status);
    assertEquals(await faults(html), []);
  });
}
