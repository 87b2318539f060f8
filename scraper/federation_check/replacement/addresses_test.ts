import { assertEquals } from "@std/assert";
import { replaceAddress } from "./addresses.ts";

const replace = (address: string) =>
  replaceAddress(address, {
    number: (digits) => digits.replace(/./g, "9"),
    words: (text) => text.replace(/\p{L}/gu, "n"),
  });

Deno.test("replaceAddress() replaces ids, clubs and names, and keeps what addresses are made of", () => {
  const cases = {
    "/athletes/7000001/niveau": "/athletes/9999999/niveau",
    "https://www.athle.fr/athletes/7000001": "https://www.athle.fr/athletes/9999999",
    "/bases/liste.aspx?frmbase=cclubs&frmmode=2&frmespace=&frmtypeclub=M&frmsaison=2026&frmnclub=075999&frmposition=0":
      "/bases/liste.aspx?frmbase=cclubs&frmmode=2&frmespace=&frmtypeclub=M&frmsaison=2026&frmnclub=999999&frmposition=0",
    "/bases/liste.aspx?frmbase=resultats&frmnom=MARTINOT%20ZOE":
      "/bases/liste.aspx?frmbase=resultats&frmnom=nnnnnnnn%20nnn",
    "?frmnclub=02A135": "?frmnclub=999999",
    "/competitions/123456789012345678901234567890123456":
      "/competitions/999999999999999999999999999999999999",
    "javascript:bddThrowAthlete('records', 1234567, 0)":
      "javascript:bddThrowAthlete('records', 9999999, 0)",
  };
  assertEquals(Object.keys(cases).map(replace), Object.values(cases));
});

Deno.test("replaceAddress() masks portraits, mail, phones, other sites and whatever is not known", () => {
  const cases = {
    "/images/portraits/zoe-martinot_12.jpg": "/xxxxxx/xxxxxxxxx/xxx-xxxxxxxx_00.jpg",
    "mailto:zoe@exemple.fr": "mailto:adresse@exemple.invalid",
    "tel:+33612345678": "tel:+00000000000",
    "https://reseau.example/zoe.martinot?id=zoe#zoe":
      "https://exemple.invalid/xxx.xxxxxxxx?xx=xxx#xxx",
    "//cdn.example/zoe": "//exemple.invalid/xxx",
    "javascript:show('Zoe')": "javascript:void(0)",
    "/athletes/7000001?titre=Zoe%20Martinot": "/athletes/9999999?xxxxx=Xxx%20Xxxxxxxx",
  };
  assertEquals(Object.keys(cases).map(replace), Object.values(cases));
});
