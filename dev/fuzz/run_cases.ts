/**
 * Tries a property on thousands of cases at once, and on failure says the smallest case that fails.
 */
import fc from "fast-check";

/**
 * Seed of all cases: `FUZZ_SEED`, or, where it says `random`, another one in each run. Without it
 * always the same, so that a change is never refused for what it did not touch. Names of the tests
 * say it.
 */
export const SEED = readSeed(Deno.env.get("FUZZ_SEED") ?? "20261128");

function readSeed(text: string): number {
  return text === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(text);
}

/**
 * Cases of each page: `FUZZ_CASES`, else 250: a whole run of the tests has to end soon, and the
 * same cases find nothing new. `deno task test:long` tries thousands of others.
 */
export const CASES = Number(Deno.env.get("FUZZ_CASES") ?? 250);

/** Cases tried at the same time: enough to keep the server busy while another answer is read. */
const TOGETHER = 8;

/**
 * Tries {@link CASES} cases, made from {@link SEED}.
 *
 * @param check Rejects when a case fails.
 * @throws {Error} With the seed and the smallest case found to fail.
 */
export async function tryCases<T>(
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
): Promise<void> {
  const values = fc.sample(arbitrary, { numRuns: CASES, seed: SEED });
  const failures: { at: number; error: unknown }[] = [];
  let next = 0;
  const work = async () => {
    while (next < values.length && failures.length === 0) {
      const at = next++;
      try {
        await check(values[at] as T);
      } catch (error) {
        failures.push({ at, error });
      }
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  const [first] = failures;
  if (first === undefined) return;
  // One by one from the case that failed, down to the smallest that does.
  await fc.assert(fc.asyncProperty(arbitrary, check), {
    seed: SEED,
    path: String(first.at),
    numRuns: 1,
  });
  throw new Error(`Failed beside other cases, but not alone: ${JSON.stringify(values[first.at])}`, {
    cause: first.error,
  });
}
