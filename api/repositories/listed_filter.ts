import type { Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed } from "@mypacer/shared/directory/opposition.ts";
import type { ListedAges } from "./listed_ages.ts";

/** Somebody of whom the id is known, and when they were born, as far as it is. */
interface Person {
  ffaId: string;
  birthYear?: number | null;
  birthYearMax?: number | null;
}

/**
 * Of some athletes, those who did not ask to be left out and are not among the youngest, in the
 * same order.
 */
export type ListedFilter = <T extends Person>(athletes: readonly T[]) => Promise<T[]>;

/**
 * Makes the filter that whatever tells of people goes through.
 *
 * @param options.key Key of the list of people who asked to be left out; the environment's unless
 *   given.
 */
export function createListedFilter(
  sql: Sql,
  { key, ages }: { key: string | undefined; ages: ListedAges },
): ListedFilter {
  return async (people) => {
    const athletes = people.filter((person) => ages.isListed(person));
    const opposed = await isOpposed(sql, athletes.map(({ ffaId }) => ffaId), { key });
    return opposed.size === 0 ? athletes : athletes.filter(({ ffaId }) => !opposed.has(ffaId));
  };
}
