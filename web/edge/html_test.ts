import { assertEquals } from "@std/assert";
import { EVERY_PAGE } from "../testing/every_page.ts";
import { useSampleSite } from "../testing/sample_site.ts";
import { htmlFaults } from "../testing/valid_html.ts";

const running = useSampleSite();

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
  const { response, html } = await running.site.page("/retrait", {
    method: "POST",
    body,
    headers: { "sec-fetch-site": "same-origin" },
  });
  assertEquals(response.status, 422);
  assertEquals(await htmlFaults(html), []);
});

for (const { path, status = 200 } of EVERY_PAGE) {
  Deno.test(`${path} is valid HTML`, async () => {
    const { response, html } = await running.site.page(path);
    assertEquals(response.status, status);
    assertEquals(await htmlFaults(html), []);
  });
}
