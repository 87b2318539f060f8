import { assert, assertEquals, assertMatch } from "@std/assert";
import { getSecurityText } from "./security_text.ts";
import { type BuiltSite, startBuiltSite } from "../../testing/built_site.ts";
import { type SampleApi, startSampleApi } from "../../testing/sample_api.ts";

const PATH = "/.well-known/security.txt";
const SITE_URL = "https://pacer.invalid";
const DAY = 86_400_000;

/** The fields of a text, one a line. */
const fieldsOf = (text: string) =>
  Object.fromEntries(
    text.trimEnd().split("\n").map((line) => line.split(": ") as [string, string]),
  );

async function withSite(
  environment: Record<string, string>,
  work: (site: BuiltSite) => Promise<void>,
): Promise<void> {
  await using api: SampleApi = startSampleApi();
  await using site = await startBuiltSite(api.url, { environment });
  await work(site);
}

Deno.test("security.txt says to whom a weakness is told, until when, and where it stands", async () => {
  await withSite({ SITE_URL, SITE_CONTACT: "contact@pacer.invalid" }, async (site) => {
    const response = await site.ask(PATH);
    assertEquals(response.status, 200);
    assertEquals(response.headers.get("content-type"), "text/plain; charset=utf-8");
    const { Expires = "", ...fields } = fieldsOf(await response.text());
    assertEquals(fields, {
      "Contact": "mailto:contact@pacer.invalid",
      "Preferred-Languages": "fr, en",
      "Canonical": `${SITE_URL}${PATH}`,
    });
    assertMatch(Expires, /^\d{4}-\d\d-\d\dT00:00:00Z$/);
    const days = (Date.parse(Expires) - Date.now()) / DAY;
    assert(days > 150 && days < 365, Expires);
  });
});

Deno.test("security.txt does not exist where no contact is given", async () => {
  await withSite({ SITE_URL }, async (site) => {
    const response = await site.ask(PATH);
    assertEquals(response.status, 404);
    await response.body?.cancel();
  });
});

Deno.test("security.txt takes a page for a contact, and no other words", async () => {
  const now = new Date("2026-11-29T23:59:59Z");
  const page = getSecurityText({ SITE_CONTACT: "https://pacer.invalid/contact", SITE_URL }, now);
  const fields = fieldsOf(await page.text());
  assertEquals(fields["Contact"], "https://pacer.invalid/contact");
  assertEquals(fields["Expires"], "2027-05-28T00:00:00Z");
  for (const words of ["ask for Zoe", "http://pacer.invalid", "a@b.example\nContact: x"]) {
    assertEquals(getSecurityText({ SITE_CONTACT: words, SITE_URL }, now).status, 404, words);
  }
});
