import { assertEquals } from "@std/assert";
import { mixKinds } from "./mixed_order.ts";

Deno.test("mixKinds() takes one of each kind in turn", () => {
  const questions = ["a1", "a2", "a3", "b1", "b2", "c1"].map((text) => ({
    kind: text.slice(0, 1),
    text,
  }));
  assertEquals(
    mixKinds(questions).map(({ text }) => text),
    ["a1", "b1", "c1", "a2", "b2", "a3"],
  );
});
