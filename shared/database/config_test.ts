import { assertEquals, assertThrows } from "@std/assert";
import { z } from "zod";
import { EnvironmentError, readEnvironment } from "../process/environment.ts";
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
