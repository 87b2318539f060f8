import type { Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed } from "@mypacer/shared/directory/opposition.ts";

/** Of some athletes, those who did not ask to be left out, in the same order. */
export type ListedFilter = <T extends { ffaId: string }>(athletes: readonly T[]) => Promise<T[]>;

/**
 * Makes the filter that whatever tells of people goes through.
 *
 * @param options.key Key of the list of people who asked to be left out; the environment's unless
 *   given.
 */
export function createListedFilter(sql: Sql, { key }: { key: string | undefined }): ListedFilter {
  return async (athletes) => {
    const opposed = await isOpposed(sql, athletes.map(({ ffaId }) => ffaId), { key });
    return opposed.size === 0 ? [...athletes] : athletes.filter(({ ffaId }) => !opposed.has(ffaId));
  };
}
