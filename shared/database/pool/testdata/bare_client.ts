/** postgres.js as it is installed, without the pool, and what breaks its one connection. */
import postgres from "postgres";

/** The connection has closed, as the client sees it. */
export const closed = Promise.withResolvers<void>();
const [url = ""] = Deno.args;

export const sql = postgres(url, { max: 1, onclose: () => closed.resolve() });

/** Has the server end the connection, and waits until the client knows. */
export async function breakConnection(pid: number): Promise<void> {
  const other = postgres(url, { max: 1 });
  await other`select pg_terminate_backend(${pid})`;
  await other.end();
  await closed.promise;
}
