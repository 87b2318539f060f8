import { DEFAULT_DISTANCES } from "@mypacer/shared/domain/measure/distance.ts";
import { MAX_CELLS, rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { PaceTable, PaceTableOptions } from "@mypacer/shared/contract/pace_table.ts";
import type { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import { BODY_STATUSES, readText, requireJson } from "../http/body.ts";
import { parseJsonBody } from "../http/json_body.ts";
import { type BodyCache, PreparedBody } from "../http/prepared_body.ts";
import { invalidParameters, quoteValue } from "../http/problem.ts";
import { parseQuery } from "../http/query.ts";
import { CACHE, respondPrepared } from "../http/respond.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { tableJson, type TableOptions } from "../pace_table/table_json.ts";

/** What the routes of tables work with. */
export interface TableNeeds {
  /** Tables computed recently, ready to be sent. */
  tables: BodyCache;
  /** What takes long to compute waits here for its turn. */
  heavyWork: HeavyWork;
}

/** Longest request that names a table in the cache: a hundred distances fit. */
const MAX_KEY_LENGTH = 2048;

/** Tables of fewer cells take a few milliseconds: they wait for no turn. */
const MIN_HEAVY_CELLS = 5000;

/** Body of `POST /pace-table`: a field that does not exist is refused. */
const PaceTableBody = PaceTableOptions.strict();

/** What the documentation says of a table for which there is no turn. */
const BUSY_STATUSES = {
  503: "Too many large tables are asked for at once (`too-busy`)",
} as const;

/**
 * Answers with a table, from the cache or made now.
 *
 * @param key What the table depends on: the request as it came.
 * @param read Reads what is asked for; refuses by throwing.
 * @param write Makes the body: a large one when its turn comes.
 */
export async function respondWithTable(
  request: Request,
  { key, read, write }: {
    key: string;
    read: () => TableOptions;
    write: (options: TableOptions) => string;
  },
  { tables, heavyWork }: TableNeeds,
): Promise<Response> {
  let body = tables.get(key);
  if (body === undefined) {
    const options = read();
    const isHeavy = rowCount(options) * options.distances.length >= MIN_HEAVY_CELLS;
    const text = isHeavy ? await heavyWork.run(() => write(options)) : write(options);
    body = PreparedBody.of(text);
    if (key.length <= MAX_KEY_LENGTH) tables.set(key, body);
  }
  return respondPrepared(request, body, { cache: CACHE.computed });
}

/**
 * Fills in the distances and checks the fields against each other, before anything is computed.
 *
 * @throws {ProblemError} When the paces are the wrong way round or the table would be too large.
 */
function toTableOptions(options: PaceTableOptions, status: number): TableOptions {
  const { slowest, fastest, step, distances = [...DEFAULT_DISTANCES] } = options;
  if (fastest > slowest) {
    throw invalidParameters([{
      parameter: "fastest",
      given: quoteValue(fastest),
      accepted: `a pace in s/km not above the slowest, ${slowest}`,
    }], { status });
  }
  const cells = rowCount({ slowest, fastest, step }) * distances.length;
  if (cells > MAX_CELLS) {
    throw invalidParameters([{
      parameter: "step",
      given: quoteValue(step),
      accepted: `a step that makes at most ${MAX_CELLS} cells in all, here ${cells}`,
    }], { status });
  }
  return { slowest, fastest, step, distances };
}

/** `GET /pace-table`: the table that the query asks for. */
async function getPaceTable({ request, url }: RoutedRequest, needs: TableNeeds) {
  return await respondWithTable(request, {
    key: `GET ${url.search}`,
    read: () => toTableOptions(parseQuery(PaceTableOptions, url), 400),
    write: tableJson,
  }, needs);
}

/** `POST /pace-table`: the table that a JSON body asks for. */
async function postPaceTable({ request }: RoutedRequest, needs: TableNeeds) {
  requireJson(request);
  const text = await readText(request);
  return await respondWithTable(request, {
    key: `POST ${text}`,
    read: () => toTableOptions(parseJsonBody(PaceTableBody, text), 422),
    write: tableJson,
  }, needs);
}

export const paceTableRoutes = (needs: TableNeeds): Route[] => [
  {
    method: "GET",
    path: "/pace-table",
    tag: "Pace table",
    operation: "getPaceTable",
    summary: "Pace table",
    description: "Speed and times over distances, from the slowest pace to the fastest. " +
      "Paces and step in s/km, distances in m, separated by commas.",
    query: PaceTableOptions,
    answer: PaceTable,
    statuses: BUSY_STATUSES,
    handler: (routed) => getPaceTable(routed, needs),
  },
  {
    method: "POST",
    path: "/pace-table",
    tag: "Pace table",
    operation: "postPaceTable",
    summary: "Pace table, asked for in JSON",
    body: PaceTableBody,
    answer: PaceTable,
    statuses: {
      ...BODY_STATUSES,
      ...BUSY_STATUSES,
    },
    handler: (routed) => postPaceTable(routed, needs),
  },
];
