import { assertEquals } from "@std/assert";
import { sessionCode } from "./group_session.ts";
import { GROUP, readGroup } from "./state.ts";

Deno.test("readGroup() looks at runners of a form only, and keeps the session of a wrong line", () => {
  const parameters = new URLSearchParams({ runners: "Ana 15", s: "10x400@105;x400" });
  const read = readGroup(parameters);
  assertEquals(read.state.runners, []);
  assertEquals(read.typed.runners, "");
  assertEquals(Object.keys(read.problems), ["s1.2"]);
  assertEquals(sessionCode(read.state.lines), "10x400@105");
  assertEquals(readGroup(parameters, { posted: true }).state.runners.length, 1);
});

Deno.test("readGroup() shows the session of a first visit where nothing is to be run", () => {
  const read = readGroup(new URLSearchParams({ s: "footing" }));
  assertEquals([sessionCode(read.state.lines), read.problems.s?.code], [
    "10x400@105r60",
    "no-block",
  ]);
});

Deno.test("GROUP.search() writes a session as a browser leaves it", () => {
  const { state } = readGroup(
    new URLSearchParams({ s: "échauffement 20'\n2x(8x200 r 30\") 110%" }),
  );
  const search = GROUP.search(state);
  assertEquals(search, "?s=%C3%A9chauffement%2020%27;2x(8x200@110r30)");
  assertEquals(new URL(search, "http://site.invalid/").search, search);
  assertEquals(readGroup(new URLSearchParams(search)).state, state);
});
