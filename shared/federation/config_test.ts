import { assertEquals, assertThrows } from "@std/assert";
import { z } from "zod";
import { EnvironmentError, readEnvironment } from "../process/environment.ts";
import { checkFederation, federationVariables } from "./config.ts";

const schema = z.object({ ...federationVariables, OTHER: z.string().default("other") })
  .superRefine(checkFederation);
const read = (environment: Record<string, string>) => readEnvironment(schema, { environment });

Deno.test("federationVariables read the real site once a second by default", () => {
  assertEquals(read({ FEDERATION_CONTACT: "team@mypacer.example" }), {
    FEDERATION_URL: "https://www.athle.fr",
    FEDERATION_RATE: 1,
    FEDERATION_CONTACT: "team@mypacer.example",
    FEDERATION_VISITOR_TIMEOUT: 30,
    FEDERATION_CRAWL_TIMEOUT: 60,
    OTHER: "other",
  });
});

Deno.test("federationVariables need no contact and no limit on this machine", () => {
  const config = read({ FEDERATION_URL: "http://127.0.0.1:8090", FEDERATION_RATE: "0" });
  assertEquals([config.FEDERATION_RATE, config.FEDERATION_CONTACT], [0, undefined]);
});

for (
  const [environment, message] of [
    [{}, /^FEDERATION_CONTACT: nothing was given; accepted: an e-mail address or/],
    [
      { FEDERATION_CONTACT: "somebody" },
      /^FEDERATION_CONTACT: "somebody" was given; accepted: an e-mail/,
    ],
    [
      { FEDERATION_CONTACT: "a@b.example", FEDERATION_RATE: "0" },
      /^FEDERATION_RATE: "0" was given; .*above 0/,
    ],
    [
      { FEDERATION_CONTACT: "a@b.example", FEDERATION_RATE: "24" },
      /^FEDERATION_RATE: "24" was given/,
    ],
    [
      { FEDERATION_RATE: "fast" },
      /^FEDERATION_RATE: "fast" was given; accepted: a number of requests/,
    ],
    [
      { FEDERATION_RATE: "-1", FEDERATION_URL: "http://localhost" },
      /^FEDERATION_RATE: "-1" was given/,
    ],
    [
      { FEDERATION_CONTACT: "a@b.example", FEDERATION_CRAWL_TIMEOUT: "0" },
      /^FEDERATION_CRAWL_TIMEOUT: "0" was given; accepted: a whole number of seconds from 1/,
    ],
    [{ FEDERATION_URL: "athle.fr" }, /^FEDERATION_URL: "athle\.fr" was given; accepted: an http/],
    [{ FEDERATION_URL: "file:///etc/passwd" }, /^FEDERATION_URL: .* accepted: an http/],
    [
      { FEDERATION_URL: "https://me:pw@www.athle.fr" },
      /^FEDERATION_URL: .* without user or password/,
    ],
  ] as const
) {
  Deno.test(`federationVariables refuse ${JSON.stringify(environment)} in one line`, () => {
    const error = assertThrows(() => read(environment), EnvironmentError);
    assertEquals(message.test(error.message), true, error.message);
    assertEquals(error.message.includes("\n"), false);
  });
}
