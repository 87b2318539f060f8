import { assertEquals, assertRejects } from "@std/assert";
import { groupLoads } from "./grouped.ts";

/** Loads that a test lets go on one by one. */
function heldLoads() {
  const asked: (readonly number[])[] = [];
  const held: PromiseWithResolvers<ReadonlyMap<number, string>>[] = [];
  const find = groupLoads((keys: readonly number[]) => {
    asked.push(keys);
    const answer = Promise.withResolvers<ReadonlyMap<number, string>>();
    held.push(answer);
    return answer.promise;
  });
  /** Answers one load with what its keys are worth; nothing is found for 0. */
  const answer = (at: number) =>
    held[at]?.resolve(new Map(asked[at]?.filter(Boolean).map((key) => [key, `no. ${key}`])));
  return { find, asked, answer, fail: (at: number) => held[at]?.reject(new Error("no answer")) };
}

const settle = () => new Promise((done) => setTimeout(done));

Deno.test("groupLoads() sends the first question at once, and together what is asked meanwhile", async () => {
  const { find, asked, answer } = heldLoads();
  const first = find(1);
  const others = [find(2), find(3), find(2), find(1), find(0)];
  assertEquals(asked, [[1]]);
  answer(0);
  assertEquals(await first, "no. 1");
  await settle();
  // The second question for 1 is not answered from before it was asked.
  assertEquals(asked, [[1], [2, 3, 1, 0]]);
  answer(1);
  assertEquals(await Promise.all(others), ["no. 2", "no. 3", "no. 2", "no. 1", null]);
});

Deno.test("groupLoads() fails who shared a load, and nobody after them", async () => {
  const { find, asked, answer, fail } = heldLoads();
  const first = find(1);
  const second = find(2);
  fail(0);
  await assertRejects(() => first, Error, "no answer");
  await settle();
  assertEquals(asked, [[1], [2]]);
  answer(1);
  assertEquals(await second, "no. 2");
  const third = find(3);
  answer(2);
  assertEquals(await third, "no. 3");
});
