import { z } from "zod";
import { EnvironmentError } from "../process/environment.ts";
import { bracketed, readDatabaseAddress } from "./address.ts";

const url = z.string().superRefine((text, context) => {
  try {
    readDatabaseAddress(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: "custom", message: error.message });
  }
});
const HOSTS =
  "host names or addresses with commas between them, each with :port where it has another";

/**
 * The variables that say where the database is, to spread into a member's schema: `DATABASE_URL`,
 * or `POSTGRES_HOST` with its companions.
 */
export const databaseVariables = {
  DATABASE_URL: url.optional(),
  /** One host, or several, of which the one that accepts writes is used. */
  POSTGRES_HOST: z.string().trim().regex(/^[^\s,/@?#]+(?:\s*,\s*[^\s,/@?#]+)*$/, HOSTS).optional(),
  POSTGRES_PORT: z.coerce.number("a port: 1 to 65535").int("a port: 1 to 65535")
    .min(1, "a port: 1 to 65535").max(65535, "a port: 1 to 65535").default(5432),
  POSTGRES_DB: z.string().default("mypacer"),
  POSTGRES_USER: z.string().default("mypacer"),
  POSTGRES_PASSWORD: z.string().optional(),
  POSTGRES_SSLMODE: z.enum(["disable", "require", "verify-full"], "disable, require or verify-full")
    .optional(),
  /** PEM file of the authorities that `verify-full` trusts. */
  POSTGRES_SSLROOTCERT: z.string().trim().min(1, "the path of a PEM file").optional(),
  POSTGRES_TARGET_SESSION_ATTRS: z.enum(["any", "primary"], "any or primary").optional(),
};

/** What {@link databaseVariables} read. */
export type DatabaseVariables = z.output<z.ZodObject<typeof databaseVariables>>;

/**
 * The database's URL, as {@link readDatabaseAddress} reads it: `DATABASE_URL`, else built from
 * `POSTGRES_*`.
 *
 * @throws {EnvironmentError} If neither is given, or the file of the authorities cannot be read.
 */
export function databaseUrl(read: DatabaseVariables): string {
  const url = read.DATABASE_URL ?? builtUrl(read);
  const caFile = readDatabaseAddress(url).tls?.caFile;
  if (caFile) checkFile(caFile);
  return url;
}

function builtUrl(read: DatabaseVariables): string {
  if (read.POSTGRES_HOST === undefined) {
    throw new EnvironmentError(
      "DATABASE_URL: nothing was given; accepted: postgres://user:password@host:port/database," +
        " or POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and POSTGRES_PASSWORD",
    );
  }
  const password = read.POSTGRES_PASSWORD === undefined
    ? ""
    : `:${encodeURIComponent(read.POSTGRES_PASSWORD)}`;
  const hosts = read.POSTGRES_HOST.split(",").map((host) => withPort(host.trim(), read));
  const parameters = new URLSearchParams();
  const { POSTGRES_SSLMODE, POSTGRES_SSLROOTCERT, POSTGRES_TARGET_SESSION_ATTRS } = read;
  if (POSTGRES_SSLMODE !== undefined) parameters.set("sslmode", POSTGRES_SSLMODE);
  if (POSTGRES_SSLROOTCERT !== undefined) parameters.set("sslrootcert", POSTGRES_SSLROOTCERT);
  if (POSTGRES_TARGET_SESSION_ATTRS !== undefined) {
    parameters.set("target_session_attrs", POSTGRES_TARGET_SESSION_ATTRS);
  }
  const query = parameters.size === 0 ? "" : `?${parameters}`;
  const built = `postgres://${encodeURIComponent(read.POSTGRES_USER)}${password}@` +
    `${hosts.join(",")}/${encodeURIComponent(read.POSTGRES_DB)}${query}`;
  try {
    readDatabaseAddress(built);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new EnvironmentError(`POSTGRES_*: the given values are refused; ${error.message}`);
  }
  return built;
}

/** A host as a URL has it, with its own port or the common one. */
function withPort(host: string, { POSTGRES_PORT }: DatabaseVariables): string {
  if (/^(?:[^:]+|\[.+\]):\d+$/.test(host)) return host;
  return `${host.startsWith("[") ? host : bracketed(host)}:${POSTGRES_PORT}`;
}

/** Checks at the start that a file can be read: each connection reads it again. */
function checkFile(file: string): void {
  try {
    Deno.readTextFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`POSTGRES_SSLROOTCERT: cannot read ${file}: ${reason}`);
  }
}
