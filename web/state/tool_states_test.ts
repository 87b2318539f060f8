/** What each tool writes into the address, it reads back; and no address breaks it. */
import { assert, assertEquals } from "@std/assert";
import { parseBlock } from "@mypacer/shared/domain/training_session.ts";
import fc from "fast-check";
import { MAX_RUNNERS } from "./group_limits.ts";
import { readRunner, readRunners } from "./group_runners.ts";
import { groupSearch, readGroup } from "./group_state.ts";
import { modelsSearch, readModels } from "./models_state.ts";
import { predictorSearch, readPredictor } from "./predictor_state.ts";
import { readZones, zonesSearch } from "./zones_state.ts";

/** Texts that forms are likely to get, and any other. */
const TEXT = fc.oneof(
  fc.string(),
  fc.constantFrom("10 km", "semi", "42'30", "1h35", "3:30", "16,5", "-1", "0", "5000@20:30", "mi"),
  fc.constantFrom("10x400 105", "3x2000@90r120;6x200@110", "M", "300", "result", "fastest", "1"),
);
const TOOLS = [
  { read: readZones, search: zonesSearch },
  { read: readPredictor, search: predictorSearch },
  { read: readModels, search: modelsSearch },
  { read: readGroup, search: groupSearch },
] as unknown as readonly {
  read(parameters: URLSearchParams): { state: unknown };
  search(state: unknown): string;
}[];
const NAMES = "by vma d t unit r rows add without sex age s order runners".split(" ");

Deno.test("a tool's address is a fixed point: it leads to itself, whatever was asked", () => {
  const given = fc.array(fc.tuple(fc.constantFrom(...NAMES), TEXT), { maxLength: 8 });
  for (const { read, search } of TOOLS) {
    fc.assert(fc.property(given, (pairs) => {
      const { state } = read(new URLSearchParams(pairs));
      const address = search(state);
      assertEquals(new URL(`http://site.invalid/${address}`).search, address);
      const again = read(new URLSearchParams(address)).state;
      assertEquals(again, state);
      assertEquals(search(again), address);
    }));
  }
});

Deno.test("readRunner() takes a name, then a VMA or a result", () => {
  const forms: [line: string, name: string, vma: number][] = [
    ["Léa 15,5", "Léa", 15.5],
    ["Jean-Paul de la Tour : 14", "Jean-Paul de la Tour", 14],
    ["Groupe 2 Ana VMA 16 km/h", "Groupe 2 Ana", 16],
    ["Bo;17", "Bo", 17],
    ["Cy\t13.25", "Cy", 13.25],
    ["Léa 2 15", "Léa 2", 15],
  ];
  for (const [line, name, vma] of forms) {
    assertEquals(readRunner(line), { value: { name, vma, result: null } }, line);
  }
  for (
    const line of ["Tom 10 km 42'30", "Tom 10km en 42:30", "Tom;10 km;42'30", "Tom\t10\tkm\t42:30"]
  ) {
    const { value } = readRunner(line);
    assertEquals([value?.name, value?.result], ["Tom", { distance: 10_000, time: 2550 }], line);
  }
  assertEquals(readRunner("Zoé semi 1h42").value?.result?.distance, 21_097.5);
  assertEquals(readRunner("Zoé").problem?.code, "runner");
  assertEquals(readRunner("15,5").problem?.code, "runner");
  assertEquals(readRunner("Zoé 1500 m 5:00").problem?.code, "runner-effort");
});

Deno.test("readRunners() answers any text with runners and problems of its lines", () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => {
    const { runners, problems } = readRunners(text);
    assert(runners.length <= MAX_RUNNERS);
    for (const { vma, name } of runners) assert(vma >= 5 && vma <= 30 && name.trim() !== "");
    for (const name of Object.keys(problems)) assert(/^runners\d*$/.test(name));
  }));
});

Deno.test("readGroup() looks at runners of a form only, and keeps the session of a wrong line", () => {
  const given = new URLSearchParams({ runners: "Ana 15", s: "10x400@105;footing" });
  const read = readGroup(given);
  assertEquals(read.state.runners, []);
  assertEquals(read.typed.runners, "");
  assertEquals(Object.keys(read.problems), ["s2"]);
  assertEquals(read.state.blocks, [parseBlock("10x400 105")]);
  assertEquals(readGroup(given, { posted: true }).state.runners.length, 1);
});
