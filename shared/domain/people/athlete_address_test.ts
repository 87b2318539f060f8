import { assertEquals } from "@std/assert";
import { athleteIdInAddress } from "./athlete_address.ts";

Deno.test("athleteIdInAddress() finds the id in every address of an athlete's page", () => {
  for (
    const address of [
      "https://www.athle.fr/athletes/70001989",
      "https://www.athle.fr/athletes/70001989/",
      "http://athle.fr/athletes/70001989/records",
      "www.athle.fr/athletes/70001989/resultats?saison=2026",
      "athle.fr/athletes/70001989#haut",
      "//www.athle.fr//athletes/70001989",
      "/athletes/70001989",
      " HTTPS://WWW.ATHLE.FR/athletes/70001989\n",
      "https://www.athle.fr/ajax/fiche-athlete-resultats.aspx?seq=70001989&annee=2026",
      "https://www.athle.fr/ajax/fiche-athlete-resultats.aspx?annee=2026&seq=70001989",
      // 7, 0, 0, 0, 1, 9, 8, 9, each as 99 less its code and its code.
      "https://bases.athle.fr/asp.net/athletes.aspx?base=cclubs&seq=44555148514851485049425743564257",
      "https://bases.athle.fr/asp.net/athletes.aspx?seq=673244555148514851485049425743564257&base=biographies",
      "https://mypacer.example/athlete/70001989",
      "https://mypacer.example/en/athlete/70001989?slow=5:00",
      "http://127.0.0.1:8080/athlete/70001989",
    ]
  ) assertEquals(athleteIdInAddress(address), "70001989", address);
});

Deno.test("athleteIdInAddress() finds none in names, numbers and other addresses", () => {
  for (
    const text of [
      "",
      "Lefèvre 1990",
      "70001989",
      "athletes 70001989",
      "https://www.athle.fr/athletes/",
      "https://www.athle.fr/athletes/dupont",
      "https://www.athle.fr/athletes/7000198x",
      "https://www.athle.fr/athletes/1234567890123",
      "https://www.athle.fr/competitions/70001989",
      "https://www.athle.fr/?next=/athletes/70001989",
      // Numbers of this base were others than the present ids.
      "https://bases.athle.fr/asp.net/athletes.aspx?base=records&seq=5049495048514752",
      "/".repeat(5000),
      `/athletes/${"1".repeat(5000)}`,
    ]
  ) assertEquals(athleteIdInAddress(text), null, text);
});
