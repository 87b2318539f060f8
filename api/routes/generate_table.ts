import { LEGACY_DISTANCES } from "@mypacer/shared/domain/measure/distance.ts";
import { MAX_CELLS, rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { isJson, parseJson, readText } from "../http/body.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import { numberIfNumeric } from "../legacy/query.ts";
import { GeneratedTable, GenerateTableBody } from "../legacy/schema.ts";
import { DetailError, refuse, validate, ValidationDetail } from "../legacy/validation_error.ts";
import { generatedTableJson, type TableOptions } from "../pace_table/table_json.ts";
import { respondWithTable, type TableNeeds } from "./pace_table.ts";

/**
 * Reads the body as the original does: numbers may come as texts, fields it does not know are
 * ignored.
 */
function parseBody(text: string): TableOptions {
  let input: unknown;
  try {
    input = parseJson(text);
  } catch {
    throw refuse(["body"], { type: "json_invalid", accepted: "valid JSON", value: text });
  }
  if (typeof input === "object" && input !== null && !Array.isArray(input)) {
    input = Object.fromEntries(
      Object.entries(input).map((
        [name, value],
      ) => [name, Array.isArray(value) ? value.map(numberIfNumeric) : numberIfNumeric(value)]),
    );
  }
  const body = validate(GenerateTableBody, { input, source: "body" });
  return {
    slowest: body.min_pace,
    fastest: body.max_pace,
    step: body.increment,
    distances: body.distances ?? LEGACY_DISTANCES,
  };
}

/** Checks the fields against each other, before anything is computed. */
function check(options: TableOptions): TableOptions {
  if (options.fastest > options.slowest) {
    throw new DetailError(400, "Minimum pace must be more than maximum pace.");
  }
  if (rowCount(options) * options.distances.length > MAX_CELLS) {
    throw refuse(["body", "increment"], {
      type: "value_error",
      accepted: `a step that makes at most ${MAX_CELLS} cells in all`,
      value: options.step,
    });
  }
  return options;
}

/** `POST /generate_table`: the pace table in the shape of the original service. */
async function postGenerateTable({ request }: RoutedRequest, needs: TableNeeds) {
  if (!isJson(request, { missing: true })) {
    throw refuse(["header", "content-type"], {
      type: "value_error",
      accepted: "application/json",
      value: request.headers.get("content-type"),
    });
  }
  const text = await readText(request);
  return await respondWithTable(request, {
    key: `generate_table ${text}`,
    read: () => check(parseBody(text)),
    write: generatedTableJson,
  }, needs);
}

export const generateTableRoute = (needs: TableNeeds): Route => ({
  method: "POST",
  path: "/generate_table",
  tag: "Original service",
  operation: "postGenerateTable",
  summary: "Pace table in the original shape",
  description: "Slowest pace first; beside `pace` and `speed` one key a distance, as given, " +
    "with the time in s. Without `distances` the 16 of the original.",
  body: GenerateTableBody,
  answer: GeneratedTable,
  refusal: ValidationDetail,
  statuses: {
    400: "The paces are the wrong way round (`detail` is a text)",
    413: "The body is too large",
    422: "A value is refused, or the table would have more than 100,000 cells",
  },
  handler: (routed) => postGenerateTable(routed, needs),
});
