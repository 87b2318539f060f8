/** The pool over TLS, against a real server with a real certificate. */
import { assertEquals, assertRejects } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { startPair } from "@mypacer/shared/testing/database_pair.ts";
import { missingTools, testWith } from "../testing/tools.ts";
import { makeAuthority, makeCertificate } from "../testing/certificates.ts";

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : String(error);
}

testWith(
  missingTools("openssl"),
  "connect() encrypts, checks authority and name, and keeps its limits and its recovery",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "mypacer-tls-" });
    const authority = await makeAuthority(folder, "authority");
    const other = await makeAuthority(folder, "other");
    const certificate = await makeCertificate(folder, {
      name: "server",
      authority,
      alternatives: ["DNS:localhost", "IP:127.0.0.1"],
    });
    {
      await using pair = await startPair({ certificate });
      const { primary, standby } = pair;
      const verified = `?sslmode=verify-full&sslrootcert=${authority.file}`;
      const open = (hosts: { at: string }[], parameters: string, statementTimeout = 0) =>
        connect({
          url: pair.url(hosts, parameters),
          applicationName: "encrypted",
          max: 2,
          statementTimeout,
        });
      const encryptionOf = async (sql: ReturnType<typeof open>) => {
        const [row] = await sql`
          select ssl, version from pg_stat_ssl where pid = pg_backend_pid()
        `;
        return [row?.ssl, row?.version];
      };
      const named = { at: `localhost:${primary.port}` };
      for (const hosts of [[primary], [named], [standby, primary]]) {
        const sql = open(hosts, verified);
        assertEquals(await encryptionOf(sql), [true, "TLSv1.3"]);
        const listening = Promise.withResolvers<string>();
        await sql.listen("news", listening.resolve);
        await sql.notify("news", "told");
        assertEquals(await listening.promise, "told");
        // A connection that breaks is replaced, and what takes too long is given up.
        const [row] = await sql`select pg_backend_pid() as pid`;
        await sql.begin((sql) => sql`select pg_terminate_backend(${row?.pid ?? 0})`)
          .catch(() => {});
        assertEquals([...await sql`select 1 as one`.catch(() => sql`select 1 as one`)], [{
          one: 1,
        }]);
        await sql.end();
        const hurried = open(hosts, verified, 300);
        assertEquals(
          codeOf(await assertRejects(async () => await hurried`select pg_sleep(60)`)),
          "57014",
        );
        await hurried.end();
      }
      const unverified = open([primary], "?sslmode=require");
      assertEquals(await encryptionOf(unverified), [true, "TLSv1.3"]);
      await unverified.end();

      const refused: [{ at: string }[], string, RegExp][] = [
        [[primary], `?sslmode=verify-full&sslrootcert=${other.file}`, /Cannot trust 127\.0\.0\.1/],
        [[primary], "?sslmode=verify-full", /Cannot trust 127\.0\.0\.1/],
        // The same server by a name that is not in its certificate.
        [[{ at: `127.0.0.2:${primary.port}` }], verified, /127\.0\.0\.2/],
        [
          [standby, named],
          `?sslmode=verify-full&sslrootcert=${other.file}`,
          /Cannot trust/,
        ],
      ];
      for (const [hosts, parameters, message] of refused) {
        const sql = open(hosts, parameters);
        const error = await assertRejects(async () => await sql`select 1`, Error);
        assertEquals(message.test(error.message), true, error.message);
        await sql.end();
      }
    }
    {
      // Without a certificate a server offers no encryption.
      await using plain = await createTestDatabase();
      const sql = connect({ url: `${plain.url}?sslmode=require`, applicationName: "encrypted" });
      const error = await assertRejects(async () => await sql`select 1`, Error, "no encryption");
      assertEquals(codeOf(error), "CONNECTION_INSECURE");
      await sql.end();
    }
    await Deno.remove(folder, { recursive: true });
  },
);
