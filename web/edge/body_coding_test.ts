import { assert, assertEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import {
  acceptedCodings,
  type CodedBody,
  type Coding,
  compressQuickly,
  compressWell,
  setCoding,
  sharePart,
} from "./body_coding.ts";

const LARGE = new TextEncoder().encode("<td>4'30\"</td>".repeat(10_000));
const SMALL = new TextEncoder().encode("<td>4'30\"</td>");

function decoded({ bytes, coding }: CodedBody): Uint8Array {
  if (coding === null) return bytes;
  return new Uint8Array(coding === "br" ? brotliDecompressSync(bytes) : gunzipSync(bytes));
}

Deno.test("acceptedCodings() reads what a request names and does not refuse", () => {
  const cases: [header: string | null, codings: Coding[]][] = [
    ["gzip, deflate, br, zstd", ["br", "gzip"]],
    ["br", ["br"]],
    ["br;q=0, gzip;q=0.5", ["gzip"]],
    ["br ; Q=0.000, x-gzip", []],
    ["GZIP", ["gzip"]],
    ["identity", []],
    [null, []],
  ];
  for (const [header, codings] of cases) {
    const request = new Request("http://127.0.0.1/", {
      headers: header === null ? {} : { "accept-encoding": header },
    });
    assertEquals(acceptedCodings(request), codings, `${header}`);
  }
});

Deno.test("a body is compressed in gzip at first, in brotli when it is compressed well", () => {
  const cases: [accepted: Coding[], quick: Coding | null, well: Coding | null][] = [
    [["br", "gzip"], "gzip", "br"],
    [["br"], "br", "br"],
    [["gzip"], "gzip", "gzip"],
    [[], null, null],
  ];
  for (const [accepted, quickly, well] of cases) {
    const first = compressQuickly([LARGE], accepted);
    const later = compressWell(first, accepted);
    assertEquals([first.coding, later.coding], [quickly, well], `${accepted}`);
    for (const body of [first, later]) {
      assertEquals(decoded(body), LARGE);
      assert(body.coding === null || body.bytes.byteLength < LARGE.byteLength / 10);
    }
  }
});

Deno.test("a part that bodies share stands in each as it is, in every coding", () => {
  const shared = sharePart("p { color: red }\n".repeat(200));
  const expected = "<style>" + "p { color: red }\n".repeat(200) + "</style>é";
  const encoder = new TextEncoder();
  const [before, after] = [encoder.encode("<style>"), encoder.encode("</style>é")];
  for (const accepted of [["br", "gzip"], ["gzip"], ["br"], []] satisfies Coding[][]) {
    const quick = compressQuickly([before, shared, after], accepted);
    for (const body of [quick, compressWell(quick, accepted)]) {
      assertEquals(new TextDecoder().decode(decoded(body)), expected, `${accepted}`);
      assert(body.coding === null || body.bytes.byteLength < expected.length / 10);
    }
  }
});

Deno.test("a body that fits into a packet is not compressed", () => {
  assertEquals(compressQuickly([SMALL], ["br", "gzip"]), { bytes: SMALL, coding: null });
});

Deno.test("setCoding() says how a body is coded, and that it depends on the request", () => {
  const headers = new Headers({ "content-length": "9", vary: "Fresh-Partial" });
  setCoding(headers, "br");
  assertEquals(Object.fromEntries(headers), {
    "content-encoding": "br",
    vary: "Fresh-Partial, accept-encoding",
  });
  const plain = new Headers();
  setCoding(plain, null);
  assertEquals(Object.fromEntries(plain), { vary: "accept-encoding" });
});
