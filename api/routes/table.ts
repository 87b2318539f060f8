import type { Context } from "../context.ts";
import type { Route } from "../http/route.ts";
import { analysisRoutes } from "./analysis.ts";
import { athleteRoutes } from "./athletes.ts";
import { clubRoutes } from "./clubs.ts";
import { documentationRoutes } from "./documentation.ts";
import { federationRoutes } from "./federation.ts";
import { generateTableRoute } from "./generate_table.ts";
import { legacyRoutes } from "./legacy.ts";
import { paceTableRoutes } from "./pace_table.ts";
import { removalRequestRoutes } from "./removal_requests.ts";
import { resultsRoutes } from "./results.ts";
import { serviceRoutes } from "./service.ts";

/** Everything that is served. */
export const routes: readonly Route<Context>[] = [
  ...athleteRoutes,
  ...resultsRoutes,
  ...analysisRoutes,
  ...federationRoutes,
  ...clubRoutes,
  ...removalRequestRoutes,
  ...paceTableRoutes,
  ...serviceRoutes,
  generateTableRoute,
  ...legacyRoutes,
  ...documentationRoutes,
];
