import type { Queryable } from "./connect.ts";

/** The roles that programs log in with; roles.sql makes them, and the owner of the schema. */
const PROGRAMS = ["mypacer_api", "mypacer_scraper"] as const;
type Program = typeof PROGRAMS[number];

/**
 * What each program may do with each table: privileges of PostgreSQL, `""` = nothing. Every table
 * of the schema stands here. A new release may ask for more; what the release before needs is taken
 * away in the one after.
 */
export const GRANTS: Readonly<Record<string, Record<Program, string>>> = {
  // Visitors cause these: they add an athlete, and reading records brings a profile.
  club: { mypacer_api: "select, insert", mypacer_scraper: "select, insert, update" },
  athlete: {
    mypacer_api: "select, insert, update",
    // Objections are handled in the scraper's image (opposition_cli.ts): they delete the person.
    mypacer_scraper: "select, insert, update, delete",
  },
  // Release 0.1.0 asks by it whether athletes were added.
  athlete_id_seq: { mypacer_api: "select", mypacer_scraper: "" },
  membership: { mypacer_api: "select", mypacer_scraper: "select, insert" },
  record_page: { mypacer_api: "select, insert, update, delete", mypacer_scraper: "select" },
  results_page: { mypacer_api: "select, insert, update, delete", mypacer_scraper: "select" },
  crawl_run: { mypacer_api: "select", mypacer_scraper: "select, insert, update" },
  crawl_task: { mypacer_api: "", mypacer_scraper: "select, insert, update, delete" },
  crawl_pace: { mypacer_api: "", mypacer_scraper: "select, insert, update" },
  crawl_known_page: { mypacer_api: "", mypacer_scraper: "select, insert, update, delete" },
  federation_pace: {
    mypacer_api: "select, insert, update",
    mypacer_scraper: "select, insert, update",
  },
  federation_check: { mypacer_api: "select", mypacer_scraper: "select, insert" },
  // A program that an attacker controls must not learn who asked, nor unlist anybody.
  opposition: { mypacer_api: "select", mypacer_scraper: "select, insert, delete" },
  removal_request: { mypacer_api: "insert", mypacer_scraper: "select, delete" },
  migration: { mypacer_api: "select", mypacer_scraper: "select" },
};

/**
 * What each program may do in the database itself; temporary tables hold the lines of an import.
 */
const ON_DATABASE = {
  mypacer_api: "connect",
  mypacer_scraper: "connect, temporary",
  mypacer_backup: "connect",
  mypacer_monitor: "connect",
} as const;

/**
 * Gives the roles of the programs what {@link GRANTS} says and takes away what it does not say, in
 * one transaction. Where the roles do not exist, one user does everything, and nothing changes.
 *
 * @param options.keepOthers Take nothing away: a newer release, which may still serve, gave more.
 */
export async function grantRights(
  connection: Queryable,
  { keepOthers }: { keepOthers: boolean },
): Promise<void> {
  const [programs] = await connection<{ names: string[] }[]>`
    select coalesce(array_agg(rolname::text), '{}') as names from pg_roles
    where rolname = any(${Object.keys(ON_DATABASE)}::text[])
  `;
  const exists = (role: string) => programs?.names.includes(role) ?? false;
  if (!PROGRAMS.every(exists)) return;
  const [place] = await connection<{ database: string; tables: string[] }[]>`
    select quote_ident(current_database()) as database, array(
      select relname::text from pg_class
      where relnamespace = 'public'::regnamespace and relname = any(${Object.keys(GRANTS)}::text[])
    ) as tables
  `;
  const database = `database ${place?.database}`;
  const revoke = (from: string, on: string) =>
    keepOthers ? [] : [`revoke all on ${on} from ${from}`];
  const grant = (rights: string, on: string, to: string) =>
    rights === "" ? [] : [`grant ${rights} on ${on} to ${to}`];
  const statements = [
    ...revoke("public", database),
    ...Object.entries(ON_DATABASE).filter(([role]) => exists(role)).flatMap(([role, rights]) => [
      ...revoke(role, database),
      ...grant(rights, database, role),
    ]),
    ...Object.entries(GRANTS).filter(([table]) => place?.tables.includes(table)).flatMap(
      ([table, programs]) =>
        PROGRAMS.flatMap((role) => [
          ...revoke(role, table),
          ...grant(programs[role], table, role),
        ]),
    ),
  ];
  await connection.unsafe("begin");
  try {
    await connection.unsafe(statements.join(";\n"));
    await connection.unsafe("commit");
  } catch (error) {
    await connection.unsafe("rollback");
    throw error;
  }
}
