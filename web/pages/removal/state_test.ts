import { assertEquals } from "@std/assert";
import { ffaIdIn, readRemovalForm, toRemovalRequest } from "./state.ts";

Deno.test("ffaIdIn() reads a number, and the addresses it stands in", () => {
  for (
    const typed of [
      "7000001",
      " 7000001 ",
      "https://www.athle.fr/athletes/7000001",
      "athle.fr/athletes/7000001/records?x=1",
      "https://pacer.invalid/en/athlete/7000001",
    ]
  ) assertEquals(ffaIdIn(typed), "7000001", typed);
  for (const typed of ["", "ROC Ada", "12 34", "1234567890123", "https://pacer.invalid/club/1"]) {
    assertEquals(ffaIdIn(typed), null, typed);
  }
});

Deno.test("toRemovalRequest() needs a page or a name, and tells which field is wrong", () => {
  const of = (fields: Record<string, string>) =>
    toRemovalRequest(readRemovalForm(new URLSearchParams(fields)));
  assertEquals(of({ kind: "correction", athlete: "7000001", message: " a " }), {
    request: {
      kind: "correction",
      ffa_id: "7000001",
      name: null,
      club: null,
      email: null,
      message: "a",
    },
  });
  assertEquals(of({ club: "AC EXEMPLE" }), { problems: { who: true } });
  assertEquals(of({ athlete: "ROC Ada" }), { problems: { athlete: true } });
  assertEquals(of({ name: "ROC Ada", email: "nowhere", message: "a".repeat(501) }), {
    problems: { email: true, message: true },
  });
});
