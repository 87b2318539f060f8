import { assertEquals } from "@std/assert";
import { EVENTS } from "@mypacer/shared/domain/results/discipline.ts";
import { eventName } from "./event_name.ts";

Deno.test("eventName() names runs by distance and surface, in either language", () => {
  const cases = [
    [{ discipline: "track", event: "1 500m", distance: 1500 }, "1\u202f500\u00a0m", "1500\u00a0m"],
    [
      { discipline: "road", event: "10 Km Route", distance: 10_000 },
      "10\u00a0km route",
      "10\u00a0km road",
    ],
    [
      { discipline: "short-track", event: "3 000m - Salle", distance: 3000 },
      "3\u202f000\u00a0m piste courte",
      "3000\u00a0m short track",
    ],
    [{ discipline: "road", event: "1/2 Marathon", distance: 21_097.5 }, "Semi", "Half"],
    [
      { discipline: "field", event: "Poids (4 kg)", distance: null },
      "Poids (4 kg)",
      "shot put (4 kg)",
    ],
    [
      { discipline: "hurdles", event: "110m Haies (106)", distance: 110 },
      "110m Haies (106)",
      "110m hurdles (106)",
    ],
  ] as const;
  for (const [event, french, english] of cases) {
    assertEquals(eventName(event, "fr"), french);
    assertEquals(eventName(event, "en"), english);
  }
});

Deno.test("eventName() leaves no French word of the federation's labels in English", () => {
  const french =
    /salle|piste|route|haies|marche|saut|hauteur|longueur|perche|poids|disque|marteau|javelot|relais|heures?\b|décathlon/i;
  const left = EVENTS.map(({ label, discipline, distance }) =>
    eventName({ event: label, discipline, distance }, "en")
  ).filter((name) => french.test(name));
  assertEquals(left, []);
});
