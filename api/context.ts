import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { ClientLimits } from "./http/client_limits.ts";
import type { BodyCache } from "./http/prepared_body.ts";
import type { DirectoryShare } from "./directory_share/directory_share.ts";
import type { Adder } from "./new_athletes/athlete_adder.ts";
import type { FederationSearch } from "./new_athletes/federation_search.ts";
import type { Route } from "./http/route.ts";
import type { Metrics } from "./observation/metrics.ts";
import type { Directory } from "./observation/directory.ts";
import type { RecordsGateway } from "./records/records_kind.ts";
import type { RecentBodies } from "./http/recent_bodies.ts";
import type { AthleteWithRecords } from "./repositories/athlete_records.ts";
import type { Listed } from "./repositories/listed.ts";
import type { GroupedLoad } from "./repositories/grouped.ts";
import type { ResultsGateway } from "./results/results_kind.ts";
import type { SearchEngine } from "./search/engine.ts";

/** What handlers work with; made once in `createApp`. */
export interface Context {
  sql: Sql;
  search: SearchEngine;
  records: RecordsGateway;
  results: ResultsGateway;
  /**
   * Finds an athlete by federation id, with what is kept of their records; not who asked to be left
   * out.
   */
  findAthleteWithRecords: GroupedLoad<string, AthleteWithRecords>;
  /** The federation's own search, for who is not in the directory. */
  federationSearch: FederationSearch;
  /** Adds to the directory who was found there. */
  adder: Adder;
  listed: Listed;
  /** What the directory holds, counted at most once a second. */
  directory: Directory;
  /** How many different athletes each network may be told of in a day. */
  directoryShare: DirectoryShare;
  /** How often people may ask to be left out. */
  removalLimits: ClientLimits;
  /** What takes long to compute waits here for its turn. */
  heavyWork: HeavyWork;
  /** Tables computed recently, ready to be sent. */
  tables: BodyCache;
  /** Records sent lately, ready to be sent. */
  recordBodies: RecentBodies;
  metrics: Metrics;
  clock: () => Date;
  log: Logger;
  /** Address of the federation's site, or of what stands in for it. */
  federationUrl: string;
  version: string;
  /** Everything that is served, for the documentation. */
  routes: readonly Route[];
}
