import type { z } from "zod";

/** A variable of the environment is missing or wrong. The message is one line for the operator. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Longest part of a given value that is repeated in an error. */
const SHOWN = 60;
/** Variables whose value never appears in a message. */
const SECRET = /PASSWORD|SECRET|TOKEN|KEY|DSN|DATABASE_URL/;

/** The named variables, and no others: a process runs with `--allow-env` for what it reads only. */
function pick(names: readonly string[]): Record<string, string | undefined> {
  const all = names.flatMap((name) => SECRET.test(name) ? [name, fileOf(name)] : [name]);
  return Object.fromEntries(all.map((name) => [name, Deno.env.get(name)]));
}

/** The variable that names the file of a secret, as the images of PostgreSQL and others have it. */
const fileOf = (name: string) => `${name}_FILE`;

/** A secret, read from the file that a variable such as `POSTGRES_PASSWORD_FILE` names. */
function readSecret(
  name: string,
  { [fileOf(name)]: file, [name]: value }: Record<string, string | undefined>,
): string | undefined {
  if (!SECRET.test(name) || !file) return value;
  if (value) {
    throw new EnvironmentError(
      `${name}: it was given, and so was ${fileOf(name)}; accepted: one of the two`,
    );
  }
  let text: string;
  try {
    text = Deno.readTextFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`${fileOf(name)}: cannot read ${file}: ${reason}`, { cause: error });
  }
  const secret = text.replace(/\r?\n$/, "");
  if (secret !== "") return secret;
  throw new EnvironmentError(
    `${fileOf(name)}: ${file} is empty; accepted: a file that holds ${name}`,
  );
}

/**
 * Reads a member's configuration from the environment.
 *
 * An empty variable counts as missing, unless the schema lists it in `keepEmpty`: Compose files
 * pass `VAR=` for what the operator left out. A secret may stand in a file instead, which
 * `NAME_FILE` names: everybody who may inspect a container sees its environment.
 *
 * @param schema What is read: an object schema whose keys are names of variables.
 * @throws {EnvironmentError} Naming the first wrong variable, what was given and what is accepted.
 */
export function readEnvironment<T extends z.ZodObject>(
  schema: T,
  { environment = pick(Object.keys(schema.shape)), keepEmpty = [] }: {
    environment?: Record<string, string | undefined>;
    keepEmpty?: readonly string[];
  } = {},
): z.output<T> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, readSecret(name, environment)] as const)
      .filter(([name, value]) => value !== undefined && (value !== "" || keepEmpty.includes(name))),
  );
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const name = String(issue?.path[0] ?? "?");
  const value = given[name];
  const shown = value === undefined
    ? "nothing was given"
    : SECRET.test(name)
    ? "the given value (not shown) is refused"
    : `"${value.slice(0, SHOWN)}" was given`;
  throw new EnvironmentError(`${name}: ${shown}; accepted: ${issue?.message ?? "?"}`);
}
