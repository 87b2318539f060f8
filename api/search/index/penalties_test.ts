import { assertEquals } from "@std/assert";
import { orderOf, scoreOf } from "./penalties.ts";

Deno.test("orderOf() puts cost before what is left over, that before the first word, that before rareness", () => {
  const none = { leftOver: 0, startsElsewhere: false, rareness: 0 };
  const orders = [
    orderOf(0, none),
    orderOf(0, { ...none, rareness: 99 }),
    orderOf(0, { ...none, startsElsewhere: true }),
    orderOf(0, { ...none, leftOver: 1 }),
    orderOf(0, { leftOver: 99, startsElsewhere: true, rareness: 99 }),
    orderOf(1, none),
  ];
  assertEquals(orders, [0, 15, 16, 32, 511, 512]);
});

Deno.test("scoreOf() is 1 for the very name and half a little beyond one typo", () => {
  assertEquals([scoreOf(0), scoreOf(48_000), scoreOf(144_000)], [1, 0.5, 0.25]);
});
