/** A system account, by number. */
export type Account = { uid: number; gid: number };

/** Accounts a server may run as when we are root, first choice first. */
const CANDIDATES = ["postgres", "nobody"];

/**
 * The account the server must run as: `null` is our own. PostgreSQL refuses to run as root, so root
 * starts it as the owner of its data folder or, before there is one, as an account every system
 * has: making a new account would change the machine for a program that may run once.
 *
 * @param dataFolder The server's data folder, which may not exist yet.
 * @throws {Error} If the data belong to another account than ours and we are not root, or if root
 *   finds no account to use.
 */
export async function serverAccount(dataFolder: string): Promise<Account | null> {
  const owner = await ownerOf(dataFolder);
  const ours = Deno.uid();
  if (ours !== 0) {
    if (owner === null || owner.uid === ours) return null;
    throw new Error(
      `The database in ${dataFolder} belongs to account ${owner.uid}, not to ours (${ours}): ` +
        "start as that account or as root, or move the folder away",
    );
  }
  if (Deno.build.os !== "linux") {
    throw new Error("Root cannot run the embedded PostgreSQL here: use another account");
  }
  if (owner !== null && owner.uid !== 0) return owner;
  const accounts = parsePasswd(await Deno.readTextFile("/etc/passwd"));
  for (const name of CANDIDATES) {
    const account = accounts.get(name);
    if (account) return account;
  }
  throw new Error(
    `Root cannot run PostgreSQL and there is no account ${CANDIDATES.join(" or ")}: ` +
      "use another account, or set DATABASE_URL",
  );
}

async function ownerOf(folder: string): Promise<Account | null> {
  try {
    const { uid, gid } = await Deno.stat(folder);
    return { uid: uid ?? 0, gid: gid ?? 0 };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Accounts of `/etc/passwd` by name. */
function parsePasswd(text: string): Map<string, Account> {
  const lines = text.split("\n").map((line) => line.split(":"));
  return new Map(
    lines.filter((fields) => fields.length >= 7).map((
      [name = "", , uid, gid],
    ) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
}
