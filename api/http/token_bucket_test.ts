import { assertEquals } from "@std/assert";
import { TokenBucket } from "./token_bucket.ts";

Deno.test("TokenBucket gives its burst at once, then one token at a time", () => {
  let now = 0;
  const bucket = new TokenBucket({ burst: 2, perSecond: 0.5 }, () => new Date(now));
  assertEquals([bucket.take(), bucket.take(), bucket.take()], [0, 0, 2]);
  now = 1500;
  assertEquals(bucket.take(), 0.5);
  now = 2000;
  assertEquals([bucket.take(), bucket.take()], [0, 2]);
});

Deno.test("TokenBucket never holds more than its burst, nor loses tokens to a clock set back", () => {
  let now = 0;
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, () => new Date(now));
  now = 3_600_000;
  assertEquals([bucket.take(), bucket.take(), bucket.take()], [0, 0, 1]);
  now = 0;
  assertEquals(bucket.take(), 1);
  now = 1000;
  assertEquals(bucket.take(), 0);
});
