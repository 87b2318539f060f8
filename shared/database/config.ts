import { z } from "zod";
import { EnvironmentError } from "../process/environment.ts";

const url = z.string().regex(
  /^postgres(ql)?:\/\/\S+$/,
  "postgres://user:password@host:port/database",
);

/**
 * The variables that say where the database is, to spread into a member's schema: `DATABASE_URL`,
 * or `POSTGRES_HOST` with its companions.
 */
export const databaseVariables = {
  DATABASE_URL: url.optional(),
  POSTGRES_HOST: z.string().trim().min(1, "a host name or address").optional(),
  POSTGRES_PORT: z.coerce.number("a port: 1 to 65535").int("a port: 1 to 65535")
    .min(1, "a port: 1 to 65535").max(65535, "a port: 1 to 65535").default(5432),
  POSTGRES_DB: z.string().default("mypacer"),
  POSTGRES_USER: z.string().default("mypacer"),
  POSTGRES_PASSWORD: z.string().optional(),
};

/** What {@link databaseVariables} read. */
export type DatabaseVariables = z.output<z.ZodObject<typeof databaseVariables>>;

/**
 * The database's URL: `DATABASE_URL`, else built from `POSTGRES_*`.
 *
 * @throws {EnvironmentError} If neither is given.
 */
export function databaseUrl(read: DatabaseVariables): string {
  if (read.DATABASE_URL !== undefined) return read.DATABASE_URL;
  if (read.POSTGRES_HOST === undefined) {
    throw new EnvironmentError(
      "DATABASE_URL: nothing was given; accepted: postgres://user:password@host:port/database," +
        " or POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and POSTGRES_PASSWORD",
    );
  }
  const built = new URL(`postgres://${bracketed(read.POSTGRES_HOST)}:${read.POSTGRES_PORT}`);
  built.username = encodeURIComponent(read.POSTGRES_USER);
  if (read.POSTGRES_PASSWORD !== undefined) {
    built.password = encodeURIComponent(read.POSTGRES_PASSWORD);
  }
  built.pathname = `/${encodeURIComponent(read.POSTGRES_DB)}`;
  return built.href;
}

/** An IPv6 address takes brackets in a URL. */
function bracketed(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
