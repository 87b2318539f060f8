import { assertEquals, assertThrows } from "@std/assert";
import { z } from "zod";
import { EnvironmentError, readEnvironment } from "./environment.ts";

const Config = z.object({
  API_PORT: z.coerce.number({ error: "a port number" }).int("a port number").default(8000),
  DATABASE_URL: z.url({ protocol: /^postgres$/, error: "a postgres:// URL" }).optional(),
  CRAWL_SCHEDULE: z.string().default("0 3 * * 0"),
});

Deno.test("readEnvironment() gives defaults for what is missing or empty", () => {
  assertEquals(readEnvironment(Config, { environment: { API_PORT: "", CRAWL_SCHEDULE: "" } }), {
    API_PORT: 8000,
    CRAWL_SCHEDULE: "0 3 * * 0",
  });
});

Deno.test("readEnvironment() keeps an empty value where it means something", () => {
  const config = readEnvironment(Config, {
    environment: { CRAWL_SCHEDULE: "" },
    keepEmpty: ["CRAWL_SCHEDULE"],
  });
  assertEquals(config.CRAWL_SCHEDULE, "");
});

Deno.test("readEnvironment() names the variable, what was given and what is accepted", () => {
  const error = assertThrows(
    () => readEnvironment(Config, { environment: { API_PORT: "eighty" } }),
    EnvironmentError,
  );
  assertEquals(error.message, 'API_PORT: "eighty" was given; accepted: a port number');
});

Deno.test("readEnvironment() never repeats a secret", () => {
  const error = assertThrows(
    () => readEnvironment(Config, { environment: { DATABASE_URL: "mysql://root:hunter2@db" } }),
    EnvironmentError,
  );
  assertEquals(
    error.message,
    "DATABASE_URL: the given value (not shown) is refused; accepted: a postgres:// URL",
  );
});

Deno.test("readEnvironment() reads a secret from the file that NAME_FILE names", async () => {
  const Secrets = z.object({
    OPPOSITION_KEY: z.string().min(8, "at least 8 characters").optional(),
    SITE_URL: z.string().optional(),
  });
  const folder = await Deno.makeTempDir();
  const file = `${folder}/key`;
  const read = (environment: Record<string, string>) =>
    readEnvironment(Secrets, { environment }).OPPOSITION_KEY;
  try {
    await Deno.writeTextFile(file, "of a file \n");
    assertEquals(read({ OPPOSITION_KEY_FILE: file }), "of a file ");
    assertEquals(read({ OPPOSITION_KEY_FILE: file, OPPOSITION_KEY: "" }), "of a file ");
    assertEquals(
      read({ OPPOSITION_KEY_FILE: "", OPPOSITION_KEY: "of the environment" }),
      "of the environment",
    );
    const refused = (environment: Record<string, string>, message: string) =>
      assertThrows(() => read(environment), EnvironmentError, message);
    refused({ OPPOSITION_KEY_FILE: file, OPPOSITION_KEY: "twice" }, "accepted: one of the two");
    refused({ OPPOSITION_KEY_FILE: `${file}s` }, `OPPOSITION_KEY_FILE: cannot read ${file}s`);
    await Deno.writeTextFile(file, "\n");
    refused({ OPPOSITION_KEY_FILE: file }, "is empty");
    await Deno.writeTextFile(file, "hunter2\n");
    refused(
      { OPPOSITION_KEY_FILE: file },
      "OPPOSITION_KEY: the given value (not shown) is refused",
    );
    // What is no secret has no file.
    assertEquals(readEnvironment(Secrets, { environment: { SITE_URL_FILE: file } }), {});
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
