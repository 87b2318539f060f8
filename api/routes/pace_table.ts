import { DEFAULT_DISTANCES } from "@mypacer/shared/domain/distance.ts";
import { MAX_CELLS, rowCount } from "@mypacer/shared/domain/pace_table.ts";
import { PaceTable, PaceTableOptions } from "@mypacer/shared/contract/pace_table.ts";
import type { Context } from "../context.ts";
import { type Answer, CACHE } from "../http/answer.ts";
import { readText, requireJson } from "../http/body.ts";
import { parseJsonBody } from "../http/json_body.ts";
import { PreparedBody } from "../http/prepared_body.ts";
import { invalidParameters, showGiven } from "../http/problem.ts";
import { parseQuery } from "../http/query.ts";
import type { Exchange, Route } from "../http/route.ts";
import { tableJson, type TableOptions } from "../pace_table/table_json.ts";

/** Longest request kept as the name of a table in the cache. */
const MAX_KEY = 2048;

/** Body of `POST /pace-table`: a field that does not exist is refused. */
const PaceTableBody = PaceTableOptions.strict();

/**
 * A table from the cache, else made and kept.
 *
 * @param key What the table depends on: the request as it came.
 * @param make Makes the body; refuses by throwing.
 */
export async function answerTable(
  { tables }: Context,
  { key, make }: { key: string; make: () => string },
): Promise<Answer> {
  let body = tables.get(key);
  if (body === undefined) {
    body = await PreparedBody.of(make());
    if (key.length <= MAX_KEY) tables.set(key, body);
  }
  return {
    status: 200,
    body,
    headers: { "content-type": "application/json", "cache-control": CACHE.computed },
  };
}

/**
 * Fills in the distances and checks what the fields only tell together, before anything is computed.
 *
 * @throws {ProblemError} When the paces are the wrong way round or the table would be too large.
 */
function toTableOptions(options: PaceTableOptions, status: number): TableOptions {
  const { slowest, fastest, step, distances = [...DEFAULT_DISTANCES] } = options;
  if (fastest > slowest) {
    throw invalidParameters([{
      parameter: "fastest",
      given: showGiven(fastest),
      accepted: `a pace in s/km not above the slowest, ${slowest}`,
    }], { status });
  }
  const cells = rowCount({ slowest, fastest, step }) * distances.length;
  if (cells > MAX_CELLS) {
    throw invalidParameters([{
      parameter: "step",
      given: showGiven(step),
      accepted: `a step that makes at most ${MAX_CELLS} cells in all, here ${cells}`,
    }], { status });
  }
  return { slowest, fastest, step, distances };
}

/** `GET /pace-table`: the table that the query asks for. */
export function getPaceTable({ url }: Exchange, context: Context): Promise<Answer> {
  return answerTable(context, {
    key: `GET ${url.search}`,
    make: () => tableJson(toTableOptions(parseQuery(PaceTableOptions, url), 400)),
  });
}

/** `POST /pace-table`: the table that a JSON body asks for. */
export async function postPaceTable({ request }: Exchange, context: Context): Promise<Answer> {
  requireJson(request);
  const text = await readText(request);
  return answerTable(context, {
    key: `POST ${text}`,
    make: () => tableJson(toTableOptions(parseJsonBody(PaceTableBody, text), 422)),
  });
}

export const paceTableRoutes: readonly Route[] = [
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
    handler: getPaceTable,
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
      413: "The body is too large",
      415: "The body is not JSON",
      422: "A value in the body is refused",
    },
    handler: postPaceTable,
  },
];
