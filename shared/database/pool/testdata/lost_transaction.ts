/** Says "settled" once all queries of a transaction that was lost are. */
import { print } from "../../../process/command_line.ts";
import { breakConnection, sql } from "./bare_client.ts";

const queries = Promise.withResolvers<unknown>();
await sql.begin(async (sql) => {
  const [row] = await sql`select pg_backend_pid() as pid`;
  await breakConnection(row?.pid);
  const asked = [sql`select ${1}::int`, sql`select ${2}::int`, sql`select 3`];
  queries.resolve(Promise.allSettled(asked));
  await asked[0];
}).catch(() => {});
await sql.end();
await queries.promise;
print("settled");
