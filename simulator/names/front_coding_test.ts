import { assertEquals } from "@std/assert";
import { frontCode, readFrontCode } from "./front_coding.ts";

Deno.test("frontCode() writes of each name what differs from the one before", () => {
  assertEquals(frontCode(["ABBA", "ABADIE", "ABAD", "LE GOFF"]), "0ABAD4IE2BA0LE GOFF");
});

Deno.test("readFrontCode() reads the names again, those that share more than nine letters too", () => {
  assertEquals(readFrontCode("0ABAD4IE2BA0LE GOFF"), ["ABAD", "ABADIE", "ABBA", "LE GOFF"]);
  assertEquals(readFrontCode("0CHARPENTIER9ERE"), ["CHARPENTIER", "CHARPENTIERE"]);
  assertEquals(readFrontCode(""), []);
});

Deno.test("readFrontCode() gives back what frontCode() was given", () => {
  const names = ["D'ANGELO", "DE LA TOUR", "DE LATOUR", "SAINT-MARTIN", "SAINT-MARTINEZ"];
  assertEquals(readFrontCode(frontCode(names.toReversed())), names);
});
