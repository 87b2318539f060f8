import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import "../texts/provide_all.ts";
import { readQrCode } from "../../testing/read_qr_code.ts";
import { PrintedFoot } from "./PrintedFoot.tsx";

/** The foot of an address, and its picture as it stands alone. */
function draw(address: string) {
  const html = renderToString(<PrintedFoot language="fr" address={address} />);
  const svg = /<svg[^]*<\/svg>/.exec(html)?.[0] ?? "";
  return { html, svg: svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"') };
}

Deno.test("the QR code of a printed page is read as its address, up to the longest", async () => {
  const site = "https://pacer.invalid/";
  for (
    const state of [
      "",
      "planificateur?d=42195&t=3:15:00&effort=halves",
      "?athletes=1001001,1001002,1001003,1001004,1001005,1001006,1001007,1001008&slow=6:00",
      `comparer?athletes=${"1234567,".repeat(40)}`.slice(0, 320 - site.length),
    ]
  ) {
    const { html, svg } = draw(site + state);
    assertEquals(await readQrCode(svg), site + state);
    assertStringIncludes(html.replaceAll("&amp;", "&"), site + state);
  }
});

Deno.test("a printed page whose address is too long for a code has its text alone", () => {
  const address = `https://pacer.invalid/?d=${"1000,".repeat(100)}`;
  const { html } = draw(address);
  assertStringIncludes(html, address);
  assert(html.includes('viewBox="0 0 0 0"'));
});
