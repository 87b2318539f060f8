import { assertEquals } from "@std/assert";
import { bestsByDiscipline, bestsByDistance, type RankedRecord } from "./best_records.ts";
import { findEvent } from "./discipline.ts";

function record(label: string, mark: number): RankedRecord {
  const event = findEvent(label);
  if (event === null) throw new TypeError(`Cannot make a record of "${label}": no such event`);
  const unit = { time: "hundredths", length: "centimeters", points: "points" } as const;
  return { ...event, event: label, unit: unit[event.measures], mark };
}

const RECORDS = [
  record("60m - Salle", 780),
  record("1 000m - Salle", 17_300),
  record("1 000m Piste Courte", 17_200),
  record("5 000m", 113_810),
  record("5 Km Route", 113_000),
  record("1/2 Marathon", 522_500),
  record("60m Haies (106)-Salle", 900),
  record("60m Haies (91)-Salle", 880),
  record("5 000m Marche", 150_000),
  record("Longueur", 512),
  record("Longueur - Salle", 530),
  record("Triathlon", 1147),
];

const events = (bests: Set<RankedRecord>) =>
  RECORDS.filter((each) => bests.has(each)).map(({ event }) => event);

Deno.test("bestsByDistance() merges disciplines of running only", () => {
  assertEquals(events(bestsByDistance(RECORDS)), [
    "60m - Salle",
    "1 000m Piste Courte",
    "5 Km Route",
    "1/2 Marathon",
  ]);
});

Deno.test("bestsByDiscipline() keeps track, short track, road and every other event apart", () => {
  assertEquals(events(bestsByDiscipline(RECORDS)), [
    "60m - Salle",
    "1 000m Piste Courte",
    "5 000m",
    "5 Km Route",
    "1/2 Marathon",
    "60m Haies (106)-Salle",
    "60m Haies (91)-Salle",
    "5 000m Marche",
    "Longueur - Salle",
    "Triathlon",
  ]);
});

Deno.test("the first of equals is the best", () => {
  const twins = [record("5 000m", 100_000), record("5 Km Route", 100_000)];
  assertEquals([...bestsByDistance(twins)], twins.slice(0, 1));
});
