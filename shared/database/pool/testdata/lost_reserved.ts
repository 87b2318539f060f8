/** Says "refused" when a reserved connection that was lost refuses a query. */
import { print } from "../../../process/command_line.ts";
import { breakConnection, sql } from "./bare_client.ts";

await sql`select`;
const reserved = await sql.reserve();
const [row] = await reserved`select pg_backend_pid() as pid`;
await breakConnection(row?.pid);
await reserved`select 1`.catch(() => print("refused"));
Deno.exit(0);
