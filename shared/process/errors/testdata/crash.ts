/**
 * Ends as its argument says: by an error or a promise that nobody handles; or logs an error and
 * goes on.
 */
import { createTrackedLog } from "../tracked_log.ts";

const [how, dsn] = Deno.args;
const { log, flush } = createTrackedLog("scraper", { level: "info", dsn, version: "1.2.3" });
if (how === "error") {
  setTimeout(() => {
    throw new RangeError("invalid value TESTARD");
  });
} else if (how === "promise") void Promise.reject(new RangeError("invalid value TESTARD"));
else {
  log.error("page failed", { error: new RangeError("invalid value TESTARD") });
  await flush();
  log.info("went on");
}
