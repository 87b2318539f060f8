import { assertEquals } from "@std/assert";
import { isSafeText, type TextPlace } from "./safe_text.ts";

const safe = (texts: readonly string[], place: TextPlace = "cell") =>
  texts.filter((text) => isSafeText(text, place));

Deno.test("isSafeText() keeps labels, events, marks, dates, rounds and codes", () => {
  const texts = [
    "Né(e) en :",
    "N° de licence :",
    "1 500m Piste Courte",
    "3000m Steeple (91)",
    "5 Km Route / M0M",
    "1/2 Marathon",
    "2'19''40",
    "h45'49''8",
    "1h12'05''",
    "38'31'' (38'27'')",
    "28''15 (-2.7)",
    "5m12",
    "1 147 pts",
    "4. 4'29''10 Q",
    "DNF",
    "178 (163M - 86SE)",
    "12 Oct.",
    "6 Janv. 2024",
    "08/02",
    "26/08/2024",
    "Finale 2",
    "Demi-finale",
    "IR4",
    "ESF",
    "ES/F",
    "MA (M0)",
    "I-F / 075",
    "FRA",
    "1223 résultats",
    "Page > 001/003 <",
    "(12 pt)",
    "",
    "-",
  ];
  assertEquals(safe(texts), texts);
});

Deno.test("isSafeText() takes nothing for safe that may be somebody's", () => {
  const texts = [
    "MARTINOT Zoe",
    "Saint Etienne",
    "Foulées du Lac",
    "Cross Zoe Martinot",
    "Relais Martinot",
    "Trail MARTINOT",
    "2999901",
    "T999001",
    "7000001",
    "06 12 34 56 78",
    "0612345678",
    "ESF/04",
    "zoe@exemple.fr",
    "168cm / 54kg",
    "TOUR",
    "FINAL Serie",
    "RUN Comp",
    "12 Zoe",
  ];
  assertEquals(safe(texts), []);
});

Deno.test("isSafeText() takes no three letters in a heading for a country, and no full date outside of a cell", () => {
  assertEquals(safe(["SEN", "KEN", "ESF", "Records personnels"], "heading"), [
    "Records personnels",
  ]);
  assertEquals(safe(["26/08/1999"], "elsewhere"), []);
});
