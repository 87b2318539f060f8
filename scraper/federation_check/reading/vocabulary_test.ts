import { assertEquals } from "@std/assert";
import { isKnownValue, isLikeEvent, type ValueKind } from "./vocabulary.ts";

/** Values that are known, and such as were never seen. */
const VALUES: Record<ValueKind, [known: string[], unknown: string[]]> = {
  event: [["1 500m", "5 Km Route", "3000m Steeple (91)"], ["1 500m Pistolet", "Foulées du Lac"]],
  column: [["Épreuve", "lig./dpt.", "n° de club", ""], ["marque", "structure"]],
  label: [["Né(e) en :", "N° de licence :", "Entraîneur(s) :"], ["Année de naissance :"]],
  category: [["ES", "M0", "M10", "MA"], ["ZZ", "Q1"]],
  level: [["IA", "IR1", "N4", "D7"], ["Z1", "R7"]],
  league: [["I-F", "ARA"], ["X-Y"]],
  department: [["075", "02A", "974"], ["7", "1234", "02C"]],
  "license type": [["COMP", "Athlé Running", "LOISIR SANTE", "DECOUV"], ["VIP"]],
  month: [["Janv.", "Févr.", "Fév.", "Août", "Déc."], ["Jui", "Brumaire"]],
  round: [
    ["Finale", "Final 1", "Série 3", "Demi-finale", "1/4 finale", "H.Stade", "Cross", "Course"],
    ["Duel 1"],
  ],
  key: [["actseq", "nom", "sexe", "club"], ["id"]],
};

for (const [kind, [known, unknown]] of Object.entries(VALUES)) {
  Deno.test(`isKnownValue() tells each ${kind} that was seen from one that never was`, () => {
    const found = [...known, ...unknown].filter((value) =>
      isKnownValue({ kind: kind as ValueKind, value })
    );
    assertEquals(found, known);
  });
}

Deno.test("isLikeEvent() tells a label of an event from the name of a race", () => {
  const labels = [
    "1 500m Pistolet",
    "12 Km Nature",
    "Poids (9kg)",
    "Foulées du Lac",
    "Marathon de Ville",
  ];
  assertEquals(labels.filter(isLikeEvent), ["1 500m Pistolet", "12 Km Nature", "Poids (9kg)"]);
});
