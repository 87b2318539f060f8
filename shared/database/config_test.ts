import { assertEquals, assertThrows } from "@std/assert";
import { z } from "zod";
import { EnvironmentError, readEnvironment } from "../process/environment.ts";
import { readDatabaseAddress } from "./address.ts";
import { databaseUrl, databaseVariables } from "./config.ts";

const read = (environment: Record<string, string>) =>
  databaseUrl(readEnvironment(z.object(databaseVariables), { environment }));

Deno.test("databaseUrl() takes DATABASE_URL first, else builds one from POSTGRES_*", () => {
  const url = "postgres://a:b@db:5432/c";
  assertEquals(read({ DATABASE_URL: url, POSTGRES_HOST: "other" }), url);
  assertEquals(read({ POSTGRES_HOST: "db" }), "postgres://mypacer@db:5432/mypacer");
  assertEquals(
    read({
      POSTGRES_HOST: "::1",
      POSTGRES_PORT: "5433",
      POSTGRES_DB: "pace",
      POSTGRES_USER: "ann",
      POSTGRES_PASSWORD: "p@ss:/ #%",
    }),
    "postgres://ann:p%40ss%3A%2F%20%23%25@[::1]:5433/pace",
  );
});

Deno.test("databaseUrl() takes several hosts and encryption", async () => {
  const caFile = await Deno.makeTempFile();
  assertEquals(
    readDatabaseAddress(read({
      POSTGRES_HOST: "pg1, pg2:5001,2001:db8::1",
      POSTGRES_PORT: "5000",
      POSTGRES_SSLMODE: "verify-full",
      POSTGRES_SSLROOTCERT: caFile,
    })),
    {
      url: "postgres://mypacer@pg1:5000/mypacer",
      hosts: [
        { host: "pg1", port: 5000 },
        { host: "pg2", port: 5001 },
        { host: "2001:db8::1", port: 5000 },
      ],
      tls: { verify: true, caFile },
      session: "primary",
    },
  );
  await Deno.remove(caFile);
  const verify = { POSTGRES_HOST: "db", POSTGRES_SSLMODE: "verify-full" };
  const refused: [Record<string, string>, string][] = [
    [{ ...verify, POSTGRES_SSLROOTCERT: caFile }, `POSTGRES_SSLROOTCERT: cannot read ${caFile}`],
    [{ POSTGRES_HOST: "db", POSTGRES_SSLMODE: "prefer" }, "disable, require or verify-full"],
    [{ POSTGRES_HOST: "db", POSTGRES_SSLROOTCERT: caFile }, "sslmode=verify-full beside"],
    [{ POSTGRES_HOST: "a,,b" }, "host names or addresses with commas"],
    [{ POSTGRES_HOST: "a:99999" }, "POSTGRES_*: the given values are refused"],
    [{ DATABASE_URL: "postgres://u:p@db/x?sslmode=allow" }, "require or verify-full, not allow"],
  ];
  for (const [environment, message] of refused) {
    assertThrows(() => read(environment), EnvironmentError, message);
  }
});

Deno.test("readDatabaseAddress() reads URLs as libpq does", () => {
  const address = readDatabaseAddress(
    "postgresql://ann:p%40ss@a:1,[::1]:2,c/pace?application_name=x&target_session_attrs=any",
  );
  assertEquals(address, {
    url: "postgresql://ann:p%40ss@a:1/pace?application_name=x",
    hosts: [{ host: "a", port: 1 }, { host: "::1", port: 2 }, { host: "c", port: 5432 }],
    tls: null,
    session: "any",
  });
  const one = readDatabaseAddress("postgres://a/b?sslmode=require");
  assertEquals([one.session, one.tls], ["any", { verify: false, caFile: null }]);
  for (const wrong of ["http://a", "postgres:///b", "postgres://a:b", "postgres://a?ssl=true"]) {
    assertThrows(() => readDatabaseAddress(wrong), SyntaxError);
  }
});

Deno.test("databaseVariables name the wrong variable, and keep secrets out of the message", () => {
  assertThrows(() => read({}), EnvironmentError, "DATABASE_URL: nothing was given");
  assertThrows(
    () => read({ POSTGRES_HOST: "db", POSTGRES_PORT: "70000" }),
    EnvironmentError,
    'POSTGRES_PORT: "70000" was given; accepted: a port: 1 to 65535',
  );
  const error = assertThrows(
    () => read({ DATABASE_URL: "mysql://u:secret@db/x" }),
    EnvironmentError,
  );
  assertEquals(error.message.includes("secret"), false);
});
