import { fail } from "./output.ts";
import { imageNameOf } from "./images.ts";
import { standIn } from "./stand_in.ts";

/**
 * Folder of the secrets, once `ops/secrets/docker-compose.yml` is put on top of the installation's
 * file.
 */
let secretsFolder: string | null = null;

/** Reads the passwords of roles from files from now on. @param variables The file of variables. */
export async function useSecrets(variables: string): Promise<void> {
  secretsFolder = Deno.env.get("SECRETS_FOLDER") ??
    /^SECRETS_FOLDER=(.+)$/m.exec(await Deno.readTextFile(variables))?.[1] ??
    fail("SECRETS_FOLDER is missing");
}

/** Arguments of deno with the folder of the secrets among what may be read. */
export const withSecrets = (args: readonly string[]): string[] =>
  args.map((arg) =>
    arg.startsWith("--allow-read=") && secretsFolder !== null ? `${arg},${secretsFolder}` : arg
  );

/** Password of the role that makes backups. */
export const backupPassword = async (): Promise<string> =>
  (await Deno.readTextFile(`${secretsFolder}/database_backup`)).trim();

/** What tells a service where the database is, and the key of objections. */
export function secretsOf(service: string, database?: string): Record<string, string> {
  const url = new URL(standIn.databaseUrl);
  if (database !== undefined) url.pathname = `/${database}`;
  if (secretsFolder === null) {
    return { DATABASE_URL: url.href, OPPOSITION_KEY: standIn.oppositionKey };
  }
  const role = service === "migrate" ? "owner" : imageNameOf(service);
  return {
    POSTGRES_HOST: url.hostname,
    POSTGRES_PORT: url.port,
    POSTGRES_DB: url.pathname.slice(1),
    POSTGRES_USER: `mypacer_${role}`,
    POSTGRES_PASSWORD: "",
    POSTGRES_PASSWORD_FILE: `${secretsFolder}/database_${role}`,
    OPPOSITION_KEY: "",
    OPPOSITION_KEY_FILE: `${secretsFolder}/opposition_key`,
  };
}
