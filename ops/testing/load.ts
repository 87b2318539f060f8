import type { RawAnswer } from "./running_nginx.ts";

/** What a load came to. */
export interface LoadResult {
  asked: number;
  /** What went wrong, one line a request. */
  failed: string[];
}

/** Clients that ask at once. */
export const CLIENTS = 8;

/**
 * Asks for paths, over and over, each once: what fails fails.
 *
 * @param during Called when a third was answered; the load goes on until it is through, and asks
 * for at least `count`.
 */
export async function load(
  askOnce: (path: string) => Promise<RawAnswer>,
  { paths, count, during }: {
    paths: readonly string[];
    count: number;
    during: () => Promise<void>;
  },
): Promise<LoadResult> {
  const failed: string[] = [];
  let asked = 0;
  let answered = 0;
  let through = false;
  let happening: Promise<void> | undefined;
  const client = async () => {
    while (asked < count || !through) {
      const path = paths[asked++ % paths.length] ?? "/";
      try {
        const { status } = await askOnce(path);
        if (status !== 200) failed.push(`${path}: ${status}`);
      } catch (error) {
        failed.push(`${path}: ${error}`);
      }
      answered++;
      if (answered * 3 >= count) {
        happening ??= during().finally(() => {
          through = true;
        });
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await happening;
  return { asked, failed };
}
