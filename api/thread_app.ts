import { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { BorrowedShare } from "./directory_share/borrowed_share.ts";
import { respondError } from "./error_response.ts";
import { BodyCache } from "./http/prepared_body.ts";
import { Router } from "./http/route.ts";
import { Metrics } from "./observation/metrics.ts";
import { watchTables } from "./process_metrics.ts";
import { createRequestHandler } from "./request_handler.ts";
import { searchRoute } from "./routes/athletes.ts";
import { generateTableRoute } from "./routes/generate_table.ts";
import { paceTableRoutes } from "./routes/pace_table.ts";
import type { IndexHolder } from "./search/index_holder.ts";
import { createMemorySearch } from "./search/memory_search.ts";
import type { MainCalls, ThreadSettings } from "./threads/messages.ts";
import { packRequest, unpackResponse } from "./threads/passed.ts";

/** What a serving thread answers, and counts of it. */
export interface ThreadApp {
  fetch: (request: Request) => Promise<Response>;
  metrics: Metrics;
}

/**
 * Puts together what a thread serves by itself: searches in memory and pace tables, which need
 * neither the database nor the federation. Everything else it passes to the main thread, which has
 * the one connection pool, the one count of what networks read, the one pace at the federation.
 */
export function createThreadApp(
  { settings, holder, main, log }: {
    settings: Pick<ThreadSettings, "federationUrl" | "hasDirectoryShare">;
    holder: IndexHolder;
    main: MainCalls;
    log: Logger;
  },
): ThreadApp {
  const { federationUrl, hasDirectoryShare } = settings;
  const metrics = new Metrics();
  const fallback = { kind: "sql", find: main.find, clubOf: main.clubOf } as const;
  const search = createMemorySearch({ keeper: holder, fallback, log });
  const directoryShare = hasDirectoryShare
    ? new BorrowedShare({ lender: main, log })
    : { take: () => Promise.resolve(0) };
  const athletes = searchRoute({ search, federationUrl, directoryShare });
  const tables = new BodyCache();
  const heavyWork = new HeavyWork();
  watchTables(metrics, { tables, heavyWork });
  const routes = [
    athletes,
    ...paceTableRoutes({ tables, heavyWork }),
    generateTableRoute({ tables, heavyWork }),
  ];
  const router = new Router(routes);
  const answer = createRequestHandler(routes, { log, metrics });

  const isOwn = ({ method }: Request, address: URL | null): boolean => {
    const match = address && router.find(address);
    const route = match?.byMethod.get(method === "HEAD" ? "GET" : method);
    return route !== undefined && (route !== athletes || holder.current !== null);
  };
  const pass = async (request: Request): Promise<Response> => {
    try {
      return unpackResponse(await main.answer(await packRequest(request)));
    } catch (error) {
      return respondError(request, error, {
        requestId: crypto.randomUUID(),
        route: "none",
        log,
      });
    }
  };
  const fetch = (request: Request): Promise<Response> => {
    const address = URL.parse(request.url);
    return isOwn(request, address) ? answer(request, address) : pass(request);
  };
  return { metrics, fetch };
}
