import { connect } from "@mypacer/shared/database/connect.ts";
import { type Engine, PAGE_SIZE } from "./engine.ts";

const BATCH = 10_000;

/**
 * PostgreSQL with trigrams: name, birth year and club as one text, and of it the part that is most
 * like the query (`word_similarity`), nearest first by a GiST index, as its documentation tells for
 * auto-completion. Asked over a socket: it has no other way.
 *
 * The database is that of the environment's `DATABASE_URL`.
 */
export async function makeEngine(): Promise<Engine> {
  const sql = connect({
    url: Deno.env.get("DATABASE_URL") ?? "",
    applicationName: "mypacer bench pg_trgm",
    max: 1,
  });
  const [{ pid = 0 } = {}] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return {
    pid,
    build: async (people) => {
      await sql`drop table if exists trigram_person`;
      await sql`create unlogged table trigram_person (ffa_id text, words text)`;
      let rows: { ffa_id: string; words: string }[] = [];
      const insert = () => sql`insert into trigram_person ${sql(rows)}`;
      for (const { ffaId, plainName, birthYear, plainClub } of people) {
        rows.push({ ffa_id: ffaId, words: `${plainName} ${birthYear} ${plainClub}` });
        if (rows.length < BATCH) continue;
        await insert();
        rows = [];
      }
      if (rows.length > 0) await insert();
      // One process only, as everybody else.
      await sql`set max_parallel_workers_per_gather = 0`;
      await sql`set max_parallel_maintenance_workers = 0`;
      await sql`set maintenance_work_mem = '256MB'`;
      await sql`
        create index on trigram_person using gist (words gist_trgm_ops (siglen = 256))
      `;
      await sql`vacuum analyze trigram_person`;
    },
    search: async ({ plainText }) => {
      const rows = await sql<{ ffaId: string }[]>`
        select ffa_id from trigram_person
        order by ${plainText} <<-> words
        limit ${PAGE_SIZE}
      `;
      return rows.map(({ ffaId }) => ffaId);
    },
  };
}
