import { join } from "node:path";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { MisreadPage } from "./page_reader.ts";

/** Pages saved of one run: enough to see what changed. */
const MOST_SAVED = 5;

/**
 * Makes what saves pages that were not understood in files for the operator, the first few of a
 * run. They hold people's names: nobody else may read them.
 *
 * @param folder Made when there is something to save; undefined = nothing is saved.
 */
export function saveMisreadPagesIn(
  folder: string | undefined,
  log: Logger,
): (page: MisreadPage) => Promise<void> {
  let saved = 0;
  return async ({ page, error, body }) => {
    if (folder === undefined || saved >= MOST_SAVED) return;
    saved++;
    const name = `${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${saved}.html`;
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
