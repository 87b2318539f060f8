import { assertEquals } from "@std/assert";
import { bytes, doubles, Growing } from "./growing.ts";
import { wordBytes } from "./testing/made_index.ts";

Deno.test("Growing keeps values beyond its first room, and hands over no more than they are", () => {
  const numbers = new Growing(doubles);
  for (let value = 0; value < 5000; value++) numbers.push(value * 1e9);
  const array = numbers.toArray();
  assertEquals([array.length, array[0], array[1023], array[1024], array[4999]], [
    5000,
    0,
    1023e9,
    1024e9,
    4999e9,
  ]);
  const text = new Growing(bytes);
  text.append(wordBytes("martin"), 1, 4);
  assertEquals([...text.toArray()], [...wordBytes("art")]);
});
