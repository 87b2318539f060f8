import { assert, assertEquals, assertMatch } from "@std/assert";
import { findAll, findFirst } from "@mypacer/shared/federation/html.ts";
import { textOf, valueOf } from "../../testing/read_page.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

/** A field, what is typed wrong, what the message must say in each language. */
const WRONG: [field: string, given: string, french: RegExp, english: RegExp][] = [
  ["slow", "abc", /« abc » n’est pas une allure/, /“abc” is not a pace/],
  ["slow", "4.30", /écrivez 4'30 ou 4,30 km\/h/, /write 4:30 or 4.30 km\/h/],
  ["fast", "4'75", /les secondes vont de 00 à 59/, /seconds go from 00 to 59/],
  ["fast", "0'10", /doit être entre/, /must be between/],
  ["fast", "9'00", /inversez les deux allures/, /swap the two paces/],
  ["step", "0", /n’est pas un écart/, /is not a step/],
  ["step", "-1", /n’est pas un écart/, /is not a step/],
  ["step", "NaN", /n’est pas un écart/, /is not a step/],
  ["d", "7 km ; blah", /« blah » n’est pas une distance/, /“blah” is not a distance/],
  ["d", "160,9", /écrivez 160,9 km ou 160,9 m/, /write 160.9 km or 160.9 m/],
  ["slow", "430", /écrivez 4'30 ou 7'10/, /write 4:30 or 7:10/],
  ["slow", "40", /écrivez 40 km\/h/, /write 40 km\/h/],
  ["d", "-1000", /n’est pas une distance/, /is not a distance/],
  ["d", "5 m", /hors limites/, /out of bounds/],
  ["vma", "99", /n’est pas une VMA/, /is not a MAS \(VMA\)/],
];

Deno.test("a wrong field keeps what was typed and says what is wrong where it stands", async () => {
  for (const [field, given, french, english] of WRONG) {
    for (const [path, message] of [["/", french], ["/en", english]] as const) {
      const asked = `${path}?${new URLSearchParams({ [field]: given })}`;
      const { response, document } = await running.site.page(asked);
      assertEquals(response.status, 400, asked);
      const input = `input#field-${field}`;
      assertEquals(valueOf(document, input, "value"), given);
      assertEquals(valueOf(document, input, "aria-invalid"), "true");
      const described = valueOf(document, input, "aria-describedby")?.split(" ") ?? [];
      assert(described.includes(`field-${field}-problem`), `${described}`);
      assertMatch(textOf(document, `#field-${field}-problem`), message);
      assertEquals(findAll(document, "[aria-invalid]").length, 1);
      assert(findFirst(document, ".controls [role=alert]"));
      // The table is there all the same.
      assertEquals(findAll(document, "table.paces tbody tr").length, 43);
    }
  }
});

Deno.test("a wrong field of a table in miles says what it takes in miles", async () => {
  const wrong: [query: string, field: string, french: RegExp, english: RegExp][] = [
    ["slow=8", "slow", /écrivez 8'00\/mi ou 8 mi\/h/, /write 8:00\/mi or 8 mph/],
    ["slow=59'00", "slow", /entre 1'00\/mi et 48'00\/mi\./, /between 1:00\/mi and 48:00\/mi\./],
    ["by=speed&fast=70", "fast", /de 1,25 mi\/h à 60 mi\/h/, /1.25 mph to 60 mph/],
    ["by=speed&step=x", "step", /de 0,1 mi\/h à 10 mi\/h/, /0.1 mph to 10 mph/],
  ];
  for (const [query, field, french, english] of wrong) {
    for (const [path, message] of [["/", french], ["/en", english]] as const) {
      const { response, document } = await running.site.page(`${path}?unit=mi&${query}`);
      assertEquals(response.status, 400, query);
      assertMatch(textOf(document, `#field-${field}-problem`), message);
    }
  }
});

Deno.test("too much is refused before it is done, and never an error of the server", async () => {
  const digits = Array.from({ length: 500 }, (_, index) => index + 1000).join(",");
  for (
    const query of [
      "slow=20:00&fast=0:40&step=0.5",
      `d=${digits}`,
      `d=${"9".repeat(5000)}`,
      `athletes=${digits}`,
      "athletes=abc",
      "slow=%00&fast=%00",
      `slow=${"4".repeat(10_000)}`,
      "unit=furlong",
      "vma=1e400",
    ]
  ) {
    const { response, document } = await running.site.page(`/?${query}`);
    assert([200, 400].includes(response.status), `${response.status} for ${query.slice(0, 60)}`);
    assert(findAll(document, "table.paces tbody tr").length <= 600);
    assert(findAll(document, ".pill").length <= 8);
  }
});

Deno.test("a field says how it read what may have been meant otherwise, and shows it so", async () => {
  const notes: [query: string, field: string, value: string, says: string][] = [
    ["d=42,195", "d", "marathon", "« 42,195 » a été lu marathon."],
    ["d=12,400 ; 21,1", "d", "12,4 km ; 21,1 km", "« 12,400 ; 21,1 » a été lu 12,4 km et 21,1 km."],
    ["slow=13,5&fast=3'00", "slow", "4'26.7", "« 13,5 » a été lu 13,5 km/h."],
    ["by=time&over=marathon&slow=4:00", "slow", "4h00'00", `« 4:00 » a été lu 4h00'00".`],
    ["vma=4:00", "vma", "15", "« 4:00 » a été lu 15 km/h."],
  ];
  for (const [query, field, value, says] of notes) {
    const { response, document } = await running.site.page(`/?${new URLSearchParams(query)}`);
    assertEquals(response.status, 200, query);
    assertEquals(valueOf(document, `#field-${field}`, "value"), value, query);
    assertEquals(textOf(document, `#field-${field}-reading`), says);
    const described = valueOf(document, `#field-${field}`, "aria-describedby")?.split(" ") ?? [];
    assert(described.includes(`field-${field}-reading`), `${described}`);
  }
});
