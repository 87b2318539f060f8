import { assertEquals, assertRejects } from "@std/assert";
import { readBody } from "./body.ts";
import { FederationError } from "./errors.ts";

const options = { limit: 100, page: "/a" };
const respond = (body: string, headers: Record<string, string>) => new Response(body, { headers });

Deno.test("readBody() counts bytes, not characters", async () => {
  assertEquals(await readBody(respond("é", { "content-length": "2" }), options), {
    text: "é",
    bytes: 2,
    isLengthAnnounced: true,
  });
});

Deno.test("readBody() takes fewer bytes than announced for a body that broke off", async () => {
  const error = await assertRejects(
    () => readBody(respond("<html>the beg", { "content-length": "90" }), options),
    FederationError,
    "/a broke off: 13 of 90 bytes came",
  );
  assertEquals([error.kind, error.status], ["unavailable", 200]);
});

Deno.test("readBody() does not compare with the length of the compressed body", async () => {
  const headers = { "content-length": "90", "content-encoding": "gzip" };
  assertEquals((await readBody(respond("unpacked", headers), options)).text, "unpacked");
});

Deno.test("readBody() reads UTF-8 where the charset announced is none or unknown", async () => {
  for (const type of ["text/html", "text/html; charset=klingon", 'text/html; charset="UTF-8"']) {
    assertEquals((await readBody(respond("é", { "content-type": type }), options)).text, "é");
  }
});

Deno.test("readBody() reads no body as an empty one", async () => {
  assertEquals(await readBody(new Response(null, { status: 204 }), options), {
    text: "",
    bytes: 0,
    isLengthAnnounced: false,
  });
});
