import { join } from "node:path";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { KeptPage } from "./page_reader.ts";

/** Pages kept of one run: enough to see what changed. */
const MOST = 5;

/**
 * Keeps pages that were not understood in files for the operator, the first few of a run. They hold
 * people's names: nobody else may read them.
 *
 * @param folder Made when there is something to keep; undefined = nothing is kept.
 */
export function keepPagesIn(
  folder: string | undefined,
  log: Logger,
): (kept: KeptPage) => Promise<void> {
  let kept = 0;
  return async ({ page, error, body }) => {
    if (folder === undefined || kept >= MOST) return;
    kept++;
    const name = `${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${kept}.html`;
    const file = join(folder, name);
    try {
      await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
      await Deno.writeTextFile(file, body, { mode: 0o600, createNew: true });
      log.error("a page that was not understood is kept", { page, file, reason: error.message });
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      // A full or closed disk must not end a run that can go on.
      log.warn("a page that was not understood could not be kept", { page, error: cause });
    }
  };
}
