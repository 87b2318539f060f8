import { assertEquals } from "@std/assert";
import { DEFAULT_STATE } from "../table_state/table_state.ts";
import { readComparedIds, withCompared } from "./compared_athletes.ts";

const read = (search: string) => readComparedIds(new URLSearchParams(search));
const NOTHING = { ids: [], doubled: [], beyond: [], unreadable: [] };

Deno.test("readComparedIds() takes each id once, in order, and names what is wrong", () => {
  assertEquals(read(""), NOTHING);
  assertEquals(read("athletes="), NOTHING);
  assertEquals(read("athletes=1001"), { ...NOTHING, ids: ["1001"] });
  assertEquals(read("athletes=1002,1001,1002,1002"), {
    ...NOTHING,
    ids: ["1002", "1001"],
    doubled: ["1002"],
  });
  assertEquals(read("athletes=1001,abc,,1234567890123,1002"), {
    ...NOTHING,
    ids: ["1001", "1002"],
    unreadable: ["abc", "1234567890123"],
  });
  assertEquals(read("athletes=1,2,3,4,5,6,7,8,9,9,10,1"), {
    ids: ["1", "2", "3", "4", "5", "6", "7", "8"],
    doubled: ["1"],
    beyond: ["9", "10"],
    unreadable: [],
  });
});

Deno.test("readComparedIds() takes what people paste", () => {
  for (
    const search of [
      "athletes=1001;1002",
      "athletes=1001,%201002",
      "athletes=1001+1002",
      "athletes=%E2%80%8B1001,1002%EF%BB%BF",
      "athletes=1001%0D%0A1002",
      "athletes=1001&athletes=1002",
    ]
  ) assertEquals(read(search), { ...NOTHING, ids: ["1001", "1002"] }, search);
  // Leading zeros count: they are other ids.
  assertEquals(read("athletes=01,1").ids, ["01", "1"]);
});

Deno.test("readComparedIds() never makes an id of a piece of one", () => {
  const long = Array.from({ length: 300 }, (_, at) => String(1_000_000 + at % 3)).join(",");
  const { ids, unreadable } = read(`athletes=${long}`);
  assertEquals([ids, unreadable], [["1000000", "1000001", "1000002"], []]);
  // The last of these is cut after 2,000 characters.
  assertEquals(read(`athletes=${"x".repeat(1996)},1234567`).ids, []);
});

Deno.test("readComparedIds() names no more than a few parts, and not the whole of each", () => {
  const { unreadable } = read(`athletes=${"é".repeat(100)},a,b,c,d,e,f`);
  assertEquals(unreadable, ["é".repeat(40), "a", "b", "c", "d"]);
});

Deno.test("withCompared() adds an athlete, in place of the last where there is no room", () => {
  const of = (athletes: string[], hidden: string[] = []) =>
    withCompared({ ...DEFAULT_STATE, athletes, hidden }, "9");
  assertEquals(of([]).athletes, ["9"]);
  assertEquals(of(["9", "1"]).athletes, ["9", "1"]);
  const full = of(["1", "2", "3", "4", "5", "6", "7", "8"], ["8", "1"]);
  assertEquals([full.athletes, full.hidden], [["1", "2", "3", "4", "5", "6", "7", "9"], ["1"]]);
});
