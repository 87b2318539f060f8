import { assertEquals } from "@std/assert";
import { Club } from "@mypacer/shared/contract/club.ts";
import { toWire } from "./fields.ts";

Deno.test("toWire() lets only the fields of the contract out, in its order", () => {
  const row = {
    lastSeason: 2026,
    firstSeason: 2004,
    department: "075",
    league: "I-F",
    name: "AC EXEMPLE",
    ffaNumber: "075999",
    id: 7,
    licenseNumber: "2999901",
  };
  assertEquals(
    JSON.stringify(toWire(Club, row)),
    '{"ffa_number":"075999","name":"AC EXEMPLE","league":"I-F","department":"075",' +
      '"first_season":2004,"last_season":2026}',
  );
});
