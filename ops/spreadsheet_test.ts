/**
 * The table's CSV file as a spreadsheet program reads it: durations and numbers, not texts that
 * look like them.
 */
import { assert, assertEquals } from "@std/assert";
import { startBuiltSite } from "../web/testing/built_site.ts";
import { startSampleApi } from "../web/testing/sample_api.ts";
import { openAsSpreadsheet, type SheetCell } from "./testing/spreadsheet.ts";
import { missingTools, testWith } from "./testing/tools.ts";

type Sheet = (SheetCell | null)[][];

/** The cells below a head. */
function columnOf(sheet: Sheet, head: string): (SheetCell | null)[] {
  const at = sheet[0]?.findIndex((cell) => cell?.value === head) ?? -1;
  assert(at >= 0, `no column ${head}`);
  return sheet.slice(1).map((row) => row[at] ?? null);
}

/**
 * The kind of the cells of each column, empty ones left out: one each, or what they are mixed of.
 */
function kindsOf(sheet: Sheet): string[] {
  const heads = (sheet[0] ?? []).flatMap((head) => head === null ? [] : [head.value]);
  return heads.map((head) =>
    [...new Set(columnOf(sheet, head).flatMap((cell) => cell === null ? [] : [cell.type]))].join()
  );
}

/** What the first rows say under a head. */
const values = (sheet: Sheet, head: string, rows = 2) =>
  columnOf(sheet, head).slice(0, rows).map((cell) => cell?.value);

const FILES = [
  {
    language: "fr",
    path: "/tableau/csv",
    heads: {
      pace: "Allure (/km)",
      speed: "Vitesse (km/h)",
      goal: "Temps visé (Marathon)",
      share: "% VMA",
    },
    record: { athlete: "Athlète", mark: "Record", distance: "Distance (m)", date: "Date" },
  },
  {
    language: "en",
    path: "/en/table/csv",
    heads: {
      pace: "Pace (/km)",
      speed: "Speed (km/h)",
      goal: "Goal time (Marathon)",
      share: "% MAS",
    },
    record: { athlete: "Athlete", mark: "PB", distance: "Distance (m)", date: "Date" },
  },
] as const;

for (const { language, path, heads, record } of FILES) {
  testWith(
    missingTools("soffice"),
    `a spreadsheet reads the table's file as durations, numbers and dates, one kind a column (${language})`,
    async () => {
      await using api = startSampleApi();
      await using site = await startBuiltSite(api.url);
      const files = await Promise.all([
        "?cols=100,1609.344,21097.5,42195&athletes=1001&vma=16",
        "?by=speed&cols=100,42195",
        "?unit=mi&cols=1609.344",
        "?by=time&over=42195&slow=20:00:00&fast=2:00:00&step=1:00:00&cols=100,42195",
      ].map(async (search) => await (await site.ask(path + search)).bytes()));
      const [byPace = [], bySpeed = [], byMile = [], byTime = []] = await openAsSpreadsheet(
        files,
        language,
      );

      assertEquals(kindsOf(byPace), [
        ...["time", "float", "float", "string"],
        ...["time", "time", "time", "time"],
        // Letter, athlete, event, distance, record, date, place, notes.
        ...["string", "string", "string", "float", "time", "date", "string", "string"],
      ]);
      assertEquals(values(byPace, heads.pace), ["PT00H06M30S", "PT00H06M25S"]);
      // 3600 / 390 and 3600 / 385 km/h; of 16 km/h 57.7 and 58.4 per cent.
      assertEquals(values(byPace, heads.speed), ["9.23", "9.35"]);
      assertEquals(values(byPace, heads.share), ["58", "58"]);
      assertEquals(values(byPace, "100 m"), ["PT00H00M39S", "PT00H00M38.5S"]);
      // 390 s/km over 1609.344 m are 627.644 s, over 42,195 m 16,456.05 s.
      assertEquals(values(byPace, "Mile", 1), ["PT00H10M27.64S"]);
      assertEquals(values(byPace, "Marathon", 1), ["PT04H34M16.05S"]);

      const last = (head: string) => columnOf(byPace, head).at(-1)?.value;
      assertEquals(last(record.athlete), "LEFEVRE Jean-Baptiste");
      assertEquals([last(record.mark), last("Marathon")], ["PT02H38M07S", "PT02H38M07S"]);
      assertEquals([last(record.distance), last(record.date)], ["42195", "2024-05-12"]);
      // 9487 s over 42.195 km.
      assertEquals([last(heads.pace), last(heads.speed)], ["PT00H03M45S", "16.01"]);

      assertEquals(kindsOf(bySpeed), ["float", "time", "time", "time"]);
      assertEquals(values(bySpeed, heads.speed), ["8", "8.5"]);
      // 3600 / 8.5 s/km are 423.5 s, 42.35 s over 100 m.
      assertEquals(values(bySpeed, heads.pace), ["PT00H07M30S", "PT00H07M04S"]);
      assertEquals(values(bySpeed, "100 m"), ["PT00H00M45S", "PT00H00M42.35S"]);

      assertEquals(kindsOf(byMile), ["time", "float", "time"]);
      assertEquals(values(byMile, heads.pace.replace("km", "mi")), ["PT00H10M30S", "PT00H10M20S"]);
      // 3600 / 630 and 3600 / 620 mph.
      const mph = heads.speed.replace("km/h", language === "fr" ? "mi/h" : "mph");
      assertEquals(values(byMile, mph), ["5.71", "5.81"]);

      assertEquals(kindsOf(byTime), ["time", "time", "float", "time", "time"]);
      assertEquals(values(byTime, heads.goal), ["PT20H00M00S", "PT19H00M00S"]);
    },
  );
}
