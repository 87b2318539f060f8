import { assert, assertEquals } from "@std/assert";
import { DISCIPLINES, EVENTS, findEvent } from "./discipline.ts";
import { MILE } from "../measure/official_lengths.ts";

Deno.test("EVENTS hold every label, by discipline", () => {
  const counts = Object.fromEntries(
    DISCIPLINES.map((name) => [name, EVENTS.filter((event) => event.discipline === name).length]),
  );
  assertEquals(counts, {
    "track": 21,
    "short-track": 26,
    "road": 12,
    "hurdles": 28,
    "walk": 11,
    "relay": 8,
    "field": 32,
    "combined": 6,
    "cross": 5,
    "trail": 7,
    "other": 2,
  });
  assertEquals(new Set(EVENTS.map(({ label }) => label)).size, 158);
});

Deno.test("EVENTS give each race the distance its label says", () => {
  for (const { label, discipline, distance } of EVENTS) {
    if (["relay", "field", "combined", "cross", "trail"].includes(discipline)) {
      assertEquals(distance, null, label);
      continue;
    }
    const plain = label.replace(/ (?=\d{3}m)/, "");
    const meters = /^(\d+)m\b/.exec(plain)?.[1];
    const kilometers = /^(\d+) Km\b/.exec(plain)?.[1];
    if (meters) assertEquals(distance, Number(meters), label);
    else if (kilometers) assertEquals(distance, Number(kilometers) * 1000, label);
    else if (/^Mile\b/.test(label)) assertEquals(distance, 1609.344, label);
  }
  assertEquals(findEvent("1/2 Marathon")?.distance, 21097.5);
  assertEquals(findEvent("Marathon")?.distance, 42195);
  assertEquals(findEvent("2 Miles")?.distance, 3218.688);
  assertEquals(findEvent("10 Miles")?.distance, 16093.44);
  for (const label of ["24 Heures", "Heure", "Heure Marche", "Course HS non officielle"]) {
    assertEquals(findEvent(label)?.distance, null, label);
  }
});

Deno.test("EVENTS are running where a pace can be told, and only there", () => {
  for (const { label, discipline, distance, isRunning } of EVENTS) {
    const running = ["track", "short-track", "road"].includes(discipline) && distance !== null;
    assertEquals(isRunning, running, label);
  }
  for (const label of ["3000m Steeple (91)", "400m Haies (76)", "3 000m Marche", "4 X 400m"]) {
    assertEquals(findEvent(label)?.isRunning, false, label);
  }
});

Deno.test("findEvent() finds every label in every spelling of spaces, case and accents", () => {
  for (const event of EVENTS) {
    const spellings = [
      event.label,
      event.label.replaceAll(" ", "\u00a0"),
      event.label.replaceAll(" ", "\u202f"),
      event.label.replaceAll(" ", ""),
      event.label.toUpperCase(),
      event.label.normalize("NFD"),
      `  ${event.label.replaceAll(" ", "  ")}\n`,
    ];
    for (const spelling of spellings) {
      const found = findEvent(spelling);
      assertEquals(found?.discipline, event.discipline, spelling);
      assertEquals(found?.distance, event.distance, spelling);
    }
  }
  assertEquals(findEvent("Decathlon")?.discipline, "combined");
  assertEquals(findEvent("60m Haies (106) - Salle")?.label, "60m Haies(106)-Salle");
});

Deno.test("findEvent() looks past the category of the race", () => {
  assertEquals(findEvent("1 500m Piste Courte / ESF")?.label, "1 500m Piste Courte");
  assertEquals(findEvent("5 Km Route / M0M")?.label, "5 Km Route");
  assertEquals(findEvent("10 Km Route / M10F")?.distance, 10000);
  assertEquals(findEvent("Marathon / TCX")?.distance, 42195);
  assertEquals(findEvent("Cross court / CAF")?.discipline, "cross");
  assertEquals(findEvent("Long féminin / SEF")?.discipline, "cross");
});

Deno.test("findEvent() keeps track, short track and road apart", () => {
  assertEquals(findEvent("5 000m")?.discipline, "track");
  assertEquals(findEvent("5 000m Piste Courte")?.discipline, "short-track");
  assertEquals(findEvent("5 000m - Salle")?.discipline, "short-track");
  assertEquals(findEvent("5 Km Route")?.discipline, "road");
  assertEquals(findEvent("5 000m Marche")?.discipline, "walk");
});

Deno.test("findEvent() reads labels that are built like known ones", () => {
  const built: [label: string, discipline: string, distance: number | null, measures: string][] = [
    ["50 Km Route", "road", 50000, "time"],
    ["20 Miles Route", "road", 20 * MILE, "time"],
    ["40m", "track", 40, "time"],
    ["15 000m", "track", 15000, "time"],
    ["2 000m - Salle", "short-track", 2000, "time"],
    ["10 000m Piste Courte", "short-track", 10000, "time"],
    ["3000m Steeple (84)", "hurdles", 3000, "time"],
    ["60m Haies (65)-Salle", "hurdles", 60, "time"],
    ["60m Haies (84) Piste Courte", "hurdles", 60, "time"],
    ["20 000m Marche", "walk", 20000, "time"],
    ["5 Km Marche", "walk", 5000, "time"],
    ["6 Heures", "road", null, "length"],
    ["2 Heures Marche", "walk", null, "length"],
    ["4 X 800m", "relay", null, "time"],
    ["4 X 200m - Salle", "relay", null, "time"],
    ["Relais 8-2-2-8", "relay", null, "time"],
    ["Poids (1 kg)", "field", null, "length"],
    ["Javelot (400 g)", "field", null, "length"],
    ["Pentathlon - Salle", "combined", null, "points"],
    ["Cross du Lac", "cross", null, "time"],
    ["Trail des Crêtes / TCX", "trail", null, "time"],
  ];
  for (const [label, discipline, distance, measures] of built) {
    const event = findEvent(label);
    assertEquals(event?.discipline, discipline, label);
    assertEquals(event?.distance, distance, label);
    assertEquals(event?.measures, measures, label);
  }
});

Deno.test("findEvent() says what an event measures", () => {
  const measures = (label: string) => findEvent(label)?.measures;
  assertEquals(measures("800m"), "time");
  assertEquals(measures("Longueur"), "length");
  assertEquals(measures("Décathlon"), "points");
  assertEquals(measures("24 Heures"), "length");
  assertEquals(measures("Heure"), "length");
  assertEquals(measures("Heure Marche"), "length");
});

Deno.test("findEvent() gives null for free text", () => {
  const free = [
    "",
    " ",
    "Foulées du Lac",
    "8 Km",
    "Marathon Relais",
    "Semi",
    "0m",
    "m",
    "constructor",
    "__proto__",
    "5 Km Route du Vin",
    "x".repeat(10_000),
    " ".repeat(10_000),
  ];
  for (const label of free) assertEquals(findEvent(label), null, label.slice(0, 20));
  assert(findEvent(" ".repeat(40) + "800m") !== null);
});
