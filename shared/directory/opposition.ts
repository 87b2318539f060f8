import { createHmac } from "node:crypto";
import { EnvironmentError } from "../process/environment.ts";
import type { Queryable, Sql } from "../database/connect.ts";
import { closeRequest } from "../database/removal_request.ts";

/** Fewest characters of a key: 128 bits, written as hexadecimal digits. */
const KEY_MIN_LENGTH = 32;

/** The key of the list; the variable `OPPOSITION_KEY` by default. */
export type OppositionOptions = { key?: string | undefined };

/**
 * Those of these people who asked not to be listed. To be called before people are stored, searched
 * or shown.
 *
 * The list holds keyed hashes of federation ids (HMAC-SHA-256 under `OPPOSITION_KEY`): without the
 * key it names nobody, although ids are few enough to be tried one by one. An empty list needs no
 * key.
 *
 * @param ffaIds Federation ids, in any number.
 * @throws {EnvironmentError} If somebody is in the list and the key is missing, or is another than
 *   the list was made with: going on would bring back people who were removed.
 */
export async function isOpposed(
  sql: Queryable,
  ffaIds: readonly string[],
  { key = Deno.env.get("OPPOSITION_KEY") }: OppositionOptions = {},
): Promise<Set<string>> {
  const checks = await sql<{ keyCheck: string }[]>`select distinct key_check from opposition`;
  if (checks.length === 0 || ffaIds.length === 0) return new Set();
  const hasher = keyedHasher(key);
  refuseOtherKey(checks, hasher);
  const byHash = new Map(ffaIds.map((ffaId) => [hasher.hash(ffaId), ffaId]));
  const found = await sql<{ ffaIdHash: string }[]>`
    select ffa_id_hash from opposition where ffa_id_hash = any(${[...byHash.keys()]})
  `;
  return new Set(found.flatMap(({ ffaIdHash }) => byHash.get(ffaIdHash) ?? []));
}

/** The whole list, which names nobody: it may be handed to another thread, but is never shown. */
export type OppositionList = readonly { ffaIdHash: string; keyCheck: string }[];

/** Reads the whole list. It does not change: read it again when `directory_changed` is notified. */
export async function readOppositionList(sql: Queryable): Promise<OppositionList> {
  return await sql<{ ffaIdHash: string; keyCheck: string }[]>`
    select ffa_id_hash, key_check from opposition
  `;
}

/**
 * Makes a function from a federation id to whether its person is on the list, for callers that
 * check many people a second.
 *
 * @throws {EnvironmentError} As {@link isOpposed} does.
 */
export function oppositionCheck(
  list: OppositionList,
  { key = Deno.env.get("OPPOSITION_KEY") }: OppositionOptions = {},
): (ffaId: string) => boolean {
  if (list.length === 0) return () => false;
  const hasher = keyedHasher(key);
  refuseOtherKey(list, hasher);
  const hashes = new Set(list.map(({ ffaIdHash }) => ffaIdHash));
  return (ffaId) => hashes.has(hasher.hash(ffaId));
}

/**
 * Puts a person on the list and removes what is stored about them. What stays is a dated line
 * without their name. Calling it twice changes nothing.
 *
 * @param ffaId Federation id.
 * @param channel How the person asked, e.g. `email`.
 * @param reference The request that this handles; it is deleted.
 * @throws {EnvironmentError} As {@link isOpposed} does: a line under another key would stop the
 *   API.
 */
export async function oppose(
  sql: Sql,
  ffaId: string,
  { channel, reference, key = Deno.env.get("OPPOSITION_KEY") }: OppositionOptions & {
    channel: string;
    reference?: string | undefined;
  },
): Promise<void> {
  await sql.begin(async (sql) => {
    const { hash, check } = await listHasher(sql, key);
    await sql`
      insert into opposition (ffa_id_hash, key_check, channel)
      values (${hash(ffaId)}, ${check}, ${channel})
      on conflict do nothing
    `;
    await sql`delete from athlete where ffa_id = ${ffaId}`;
    if (reference !== undefined) await closeRequest(sql, reference);
  });
}

/**
 * Takes a person off the list, who may then be found again by the next reading of the federation's
 * site.
 *
 * @returns Whether they were on it.
 * @throws {EnvironmentError} As {@link isOpposed} does.
 */
export async function withdrawOpposition(
  sql: Queryable,
  ffaId: string,
  { key = Deno.env.get("OPPOSITION_KEY") }: OppositionOptions = {},
): Promise<boolean> {
  const { hash } = await listHasher(sql, key);
  const { count } = await sql`delete from opposition where ffa_id_hash = ${hash(ffaId)}`;
  return count > 0;
}

/** Athletes checked in one step. */
const STEP = 20_000;

/**
 * Removes what is stored about people who are on the list: a backup that is restored may hold them.
 *
 * @returns How many people were removed.
 * @throws {EnvironmentError} As {@link isOpposed} does.
 */
export async function purgeOpposed(sql: Sql, options: OppositionOptions = {}): Promise<number> {
  const isListed = oppositionCheck(await readOppositionList(sql), options);
  let purged = 0;
  for (let after = 0;;) {
    const athletes = await sql<{ id: number; ffaId: string }[]>`
      select id, ffa_id from athlete where id > ${after} order by id limit ${STEP}
    `;
    const last = athletes.at(-1);
    if (last === undefined) return purged;
    after = last.id;
    const ids = athletes.filter(({ ffaId }) => isListed(ffaId)).map(({ id }) => id);
    if (ids.length === 0) continue;
    const { count } = await sql`delete from athlete where id = any(${ids})`;
    purged += count;
  }
}

/** A line of the list, which does not say whose it is. */
export interface OppositionLine {
  ffaIdHash: string;
  createdAt: Date;
  channel: string;
}

/** The lines of the list, oldest first. */
export async function findOppositions(sql: Queryable): Promise<OppositionLine[]> {
  return await sql<OppositionLine[]>`
    select ffa_id_hash, created_at, channel from opposition order by created_at, ffa_id_hash
  `;
}

/** The hash function of the list. */
async function listHasher(sql: Queryable, key: string | undefined) {
  const hasher = keyedHasher(key);
  refuseOtherKey(
    await sql<{ keyCheck: string }[]>`select distinct key_check from opposition`,
    hasher,
  );
  return hasher;
}

/** @throws {EnvironmentError} If a line of the list was made with another key. */
function refuseOtherKey(
  lines: readonly { keyCheck: string }[],
  { check }: { check: string },
): void {
  if (lines.every(({ keyCheck }) => keyCheck === check)) return;
  throw new EnvironmentError(
    "OPPOSITION_KEY: the given value (not shown) is refused; accepted: the key that the list of " +
      "opposed people was made with",
  );
}

function keyedHasher(key: string | undefined): { hash(ffaId: string): string; check: string } {
  if (key === undefined || key.length < KEY_MIN_LENGTH) {
    throw new EnvironmentError(
      `OPPOSITION_KEY: ${key ? "the given value (not shown) is refused" : "nothing was given"}; ` +
        `accepted: a secret of at least ${KEY_MIN_LENGTH} characters, the same for api and scraper`,
    );
  }
  const hmac = (text: string) => createHmac("sha256", key).update(text).digest("hex");
  return { hash: (ffaId) => hmac(`ffa_id:${ffaId}`), check: hmac("key check").slice(0, 16) };
}
