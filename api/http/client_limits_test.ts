import { assertEquals } from "@std/assert";
import { ClientLimits, clientOf } from "./client_limits.ts";

Deno.test("clientOf() believes the last address alone, and takes an IPv6 network for one", () => {
  const of = (forwarded: string | null) =>
    clientOf(
      new Request("http://127.0.0.1/", {
        headers: forwarded === null ? {} : { "x-forwarded-for": forwarded },
      }),
    );
  assertEquals(of(null), "");
  assertEquals(of("198.51.100.7"), "198.51.100.7");
  assertEquals(of("203.0.113.1, 198.51.100.7"), "198.51.100.7");
  assertEquals(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2");
  assertEquals(of("2001:DB8:1:2::9"), "2001:db8:1:2");
  assertEquals(of("2001:db8::9"), "2001:db8:0:0");
  assertEquals(of("::1"), "0:0:0:0");
});

Deno.test("ClientLimits bounds each client, and all of them together", () => {
  let now = 0;
  const limits = new ClientLimits(
    { each: { burst: 2, perSecond: 0.1 }, all: { burst: 3, perSecond: 1 } },
    () => new Date(now),
  );
  assertEquals([limits.take("a"), limits.take("a"), limits.take("a")], [0, 0, 10]);
  assertEquals(limits.take("b"), 0);
  assertEquals(limits.take("c"), 1);
  now += 10_000;
  assertEquals([limits.take("a"), limits.take("c")], [0, 0]);
});
