import { assertEquals } from "@std/assert";
import { departmentLabel } from "./department.ts";

Deno.test("departmentLabel() knows every department of mainland France, Corsica in two", () => {
  const numbers = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(3, "0"));
  const codes = [...numbers.filter((code) => code !== "020"), "02A", "02B"];
  assertEquals(codes.filter((code) => departmentLabel(code) === code), []);
  assertEquals(departmentLabel("020"), "020");
  assertEquals(departmentLabel("090"), "Territoire de Belfort (90)");
});
