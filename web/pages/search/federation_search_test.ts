import { assertEquals } from "@std/assert";
import { ApiError } from "../../kit/load/api_client.ts";
import { refusalOf } from "./federation_search.ts";

const LOG = { debug() {}, info() {}, warn() {}, error() {} };

Deno.test("refusalOf() tells a site that changed from one that does not answer", () => {
  const refusal = (status: number, problem: string) =>
    refusalOf(new ApiError("refused", status, { retryAfter: 15, problem }), LOG);
  assertEquals(refusal(503, "/problems/federation-page-changed"), {
    why: "changed",
    status: 503,
    retryAfter: 15,
  });
  assertEquals(refusal(503, "/problems/federation-unavailable").why, "unavailable");
  assertEquals(refusal(429, "/problems/too-many-requests").why, "busy");
  assertEquals(refusal(404, "/problems/not-found").why, "gone");
});
