import { assertEquals } from "@std/assert";
import { EVERY_PAGE } from "../testing/every_page.ts";
import { useSampleSite } from "../testing/sample_site.ts";
import { frenchBreaks } from "../testing/french_breaks.ts";
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

Deno.test("an ordinary space before a double mark or a unit is seen, in texts and attributes", () => {
  for (const wrong of ["<p>a : b</p>", "<i title='« a\u00a0»'>", "<b>a</b> ?", "10 km", "5 %"]) {
    assertEquals(frenchBreaks(wrong).length, 1, wrong);
  }
  const right = '<p>«\u00a0a\u00a0»\u00a0: 10\u00a0km\u202f?</p><input value="7 km ; 9 km">';
  assertEquals(frenchBreaks(right), []);
});

for (const { path, status = 200 } of EVERY_PAGE) {
  Deno.test(`${path} is valid HTML, and its French breaks no line before a double mark`, async () => {
    const { response, html } = await running.site.page(path);
    assertEquals(response.status, status);
    assertEquals(await htmlFaults(html), []);
    if (!path.startsWith("/en")) assertEquals(frenchBreaks(html), []);
  });
}
