/**
 * A process that makes the search index of invented people and writes it to the file that an API
 * reads at its start: `make_index_file.ts FILE SIZE`, where SIZE is a federation's size as JSON.
 * The API's database is `DATABASE_URL`. Tells on stdout what the index came to, as JSON.
 */
import process from "node:process";
import { connect } from "@mypacer/shared/database/connect.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { print, say } from "@mypacer/shared/process/command_line.ts";
import { readDirectoryVersion } from "../../api/repositories/directory_version.ts";
import { createListedAges } from "../../api/repositories/listed_ages.ts";
import { IndexBuilder } from "../../api/search/index/builder.ts";
import { writeIndexFile } from "../../api/search/index/index_file.ts";
import { RowParser } from "../../api/search/index/row_parser.ts";
import { shareIndex } from "../../api/search/index/shared_index.ts";
import type { FederationSize } from "../../simulator/people/clubs.ts";
import { InventedDirectory } from "../search/directory.ts";
import { indexRows, ROWS_AT_ONCE } from "./index_rows.ts";

/** What an index came to. */
export interface MadeIndexFigures {
  /** Different words of all names. */
  words: number;
  /** Names as published, bytes. */
  nameBytes: number;
  /** Words in all names: an entry each. */
  entries: number;
  /** Memory of the index, MB. */
  indexMb: number;
  /** CPU to make it out of rows that are there, s. */
  buildCpu: number;
  /** Highest memory of the process that made it, MB. */
  peakMb: number;
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

async function readBasis() {
  const url = Deno.env.get("DATABASE_URL") ?? "";
  const sql = connect({ url, applicationName: "mypacer bench", max: 1 });
  const clock = () => new Date();
  try {
    return {
      directoryVersion: await readDirectoryVersion(sql),
      activeSince: seasonOf(clock()) - 1,
      latestBirthYear: createListedAges({ youngest: "BB", clock }).latestBirthYear(),
    };
  } finally {
    await sql.end();
  }
}

if (import.meta.main) {
  const [file = "", sizeText = ""] = Deno.args;
  const size: FederationSize = JSON.parse(sizeText);
  const directory = new InventedDirectory(size);
  const { clubs } = directory.people;
  const builder = new IndexBuilder(
    Array.from({ length: clubs.length }, (_, index) => {
      const { number, name } = clubs.at(index);
      return { id: index + 1, ffaNumber: number, name };
    }),
  );
  const parser = new RowParser(builder);
  let buildCpu = 0;
  const build = <T>(work: () => T): T => {
    const before = cpuSeconds();
    const result = work();
    buildCpu += cpuSeconds() - before;
    return result;
  };
  // Inventing people costs more than indexing them, and is no part of it.
  let tenths = 0;
  let batches = 0;
  for (const rows of indexRows(directory)) {
    build(() => parser.push(rows));
    const invented = Math.min(++batches * ROWS_AT_ONCE, size.athletes);
    const done = Math.floor(invented / size.athletes * 10);
    if (done > tenths) say(`  ${10 * (tenths = done)} % of the people invented`);
  }
  const basis = await readBasis();
  const data = build(() => {
    parser.end();
    return builder.finish({ activeSince: basis.activeSince });
  });
  const shared = build(() => shareIndex(data));
  await writeIndexFile(file, { shared, basis });
  const figures: MadeIndexFigures = {
    words: data.letters.length,
    nameBytes: data.names.length,
    entries: data.entries.values.length,
    indexMb: shared.byteLength / 1e6,
    buildCpu,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  print(JSON.stringify(figures));
}
