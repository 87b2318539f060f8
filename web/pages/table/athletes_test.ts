import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { attribute, findAll, findFirst, text } from "@mypacer/shared/federation/html.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

Deno.test("records stand in their cells with who, what, when and where", async () => {
  const { document } = await running.site.page("/?athletes=1001,1002");
  assertEquals(findAll(document, ".pill-name").map(text), ["LEFEVRE Jean-Baptiste", "N'DIAYE Awa"]);
  // 33'20 over 10 km is 3'20 per km.
  const row = findAll(document, "tbody tr").find((one) => text(one).startsWith("3'20"));
  assert(row);
  const mark = findFirst(row, "td.marked .mark.slot-0");
  assert(mark);
  assertStringIncludes(text(mark), "record de LEFEVRE Jean-Baptiste, 33'20");
  const tip = findFirst(mark, "[role=tooltip]");
  assert(tip);
  assertEquals(valueOf(mark, "button", "aria-describedby"), attribute(tip, "id"));
  // The button says name and mark: the details do not say them again.
  for (const part of ["LEFEVRE", "33'20"]) assert(!text(tip).includes(part), text(tip));
  for (const part of ["10 km route", "12/05/2024", "Lyon"]) {
    assertStringIncludes(text(tip), part);
  }
  const outside = textOf(document, ".outside");
  assertStringIncludes(outside, "15 miles");
  assertStringIncludes(outside, "distance absente du tableau");
  assert(!outside.includes("Longueur"), "no pace can be told from a jump");
});

Deno.test("several records in one cell each have their letter, and the time stays readable", async () => {
  const { document } = await running.site.page("/?athletes=1001&step=30");
  const [cell] = findAll(document, "td.marked-2");
  assert(cell, "5,000 m and 5 km of one runner share a row at this step");
  assertEquals(findAll(cell, ".mark-button > .badge").map(text), ["A", "A"]);
  assertEquals(findAll(cell, ".time").length, 1);
  assertEquals(findAll(cell, "[role=tooltip]").length, 2);
});

Deno.test("an athlete is taken off by the form, and the rest of the state stays", async () => {
  const response = await running.site.ask("/en?slow=5:00&athletes=1001,1002&without=1001");
  assertEquals(response.status, 303);
  assertEquals(response.headers.get("location"), "/en?slow=5:00&athletes=1002");
});

Deno.test("athletes whose records cannot be had stay, and say why", async () => {
  running.api.moods.set("1001", "unavailable").set("1002", "stale").set("1003", "changed");
  const { response, document } = await running.site.page("/?athletes=1001,1002,999,1003");
  running.api.moods.clear();
  assertEquals(response.status, 200);
  const [first, second, third, fourth] = findAll(document, ".pill").map(text);
  assertStringIncludes(first ?? "", "LEFEVRE Jean-Baptiste");
  assertStringIncludes(first ?? "", "le site de la fédération ne répond pas");
  assertStringIncludes(second ?? "", "records du 20/11/2026 à 09:30, peut-être dépassés");
  assertStringIncludes(third ?? "", "n’est pas, ou plus, dans l’annuaire");
  assertStringIncludes(fourth ?? "", "DUPONT Marie");
  assertStringIncludes(fourth ?? "", "le site de la fédération a changé");
  assert(findAll(document, "td.marked .slot-1").length > 0);
});

Deno.test("a page does not wait for a slow federation: it says so and asks again", async () => {
  running.api.moods.set("1003", "silent");
  // The federation stays silent until after this answer.
  const { response, document } = await running.site.page("/?athletes=1003");
  assertEquals(response.status, 200);
  assertStringIncludes(textOf(document, ".pill"), "DUPONT Marie");
  assertStringIncludes(textOf(document, ".pill"), "Chargement des records");
  assertEquals(valueOf(document, "head noscript meta[http-equiv=refresh]", "content"), "5");
  running.api.speak();
  running.api.moods.clear();
  const again = await running.site.page("/?athletes=1003");
  assert(findAll(again.document, "td.marked").length > 0);
  assertEquals(findFirst(again.document, "noscript"), null);
});
