import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { IndexedPerson } from "./engine.ts";

/** Bytes read at once. */
const CHUNK = 1 << 20;
/** Rows fetched at once. */
const BATCH = 10_000;

/**
 * Writes everybody of a directory into a file that every engine reads, whatever it is written in:
 * one line a person, fields parted by tabs, in the order of {@linkcode IndexedPerson}.
 */
export async function writePeopleFile(sql: Sql, path: string): Promise<void> {
  for (let last = "0";;) {
    const batch = await sql<(IndexedPerson & { id: string })[]>`
      select athlete.id::text as id, ffa_id, athlete.name,
        athlete.normalized_name as plain_name, coalesce(birth_year::text, '') as birth_year,
        coalesce(club.name, '') as club, coalesce(club.normalized_name, '') as plain_club
      from athlete left join club on club.id = athlete.club_id
      where athlete.id > ${last}
      order by athlete.id
      limit ${BATCH}
    `;
    const lines = batch.map(({ ffaId, name, plainName, birthYear, club, plainClub }) =>
      [ffaId, name, plainName, birthYear, club, plainClub]
        .map((field) => field.replace(/[\t\r\n]/g, " ")).join("\t")
    );
    await Deno.writeTextFile(path, lines.map((line) => `${line}\n`).join(""), { append: true });
    const end = batch.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

/** Reads such a file, person by person. */
export function* readPeopleFile(path: string): Generator<IndexedPerson> {
  for (const line of readLines(path)) {
    const [ffaId = "", name = "", plainName = "", birthYear = "", club = "", plainClub = ""] = line
      .split("\t");
    yield { ffaId, name, plainName, birthYear, club, plainClub };
  }
}

function* readLines(path: string): Generator<string> {
  using file = Deno.openSync(path);
  const chunk = new Uint8Array(CHUNK);
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const length = file.readSync(chunk);
    if (length === null) break;
    const lines = (rest + decoder.decode(chunk.subarray(0, length), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
