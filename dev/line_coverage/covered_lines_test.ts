import { assertEquals } from "@std/assert";
import { readLcov, sharesByMember } from "./covered_lines.ts";

Deno.test("sharesByMember() adds up lines by member, without what is there for tests only", () => {
  const lcov = [
    "SF:/house/shared/domain/pace.ts",
    "DA:1,5",
    "DA:2,0",
    "end_of_record",
    "SF:/house/api/app.ts",
    "DA:7,1",
    "end_of_record",
    "SF:/house/shared/domain/time.ts",
    "DA:3,2",
    "end_of_record",
    "SF:/house/api/app_test.ts",
    "DA:1,1",
    "SF:/house/api/testing/people.ts",
    "DA:1,1",
    "SF:/elsewhere/other.ts",
    "DA:1,1",
  ].join("\n");
  assertEquals([...sharesByMember(readLcov(lcov, "/house/"))], [
    ["shared", { covered: 2, all: 3 }],
    ["api", { covered: 1, all: 1 }],
  ]);
});
