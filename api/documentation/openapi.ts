import { z } from "zod";
import {
  Analysis,
  Anomaly,
  Prediction,
  RatedRecord,
  RunRef,
  ScoredRecord,
} from "@mypacer/shared/contract/analysis.ts";
import {
  Athlete,
  AthleteHit,
  AthletePage,
  MatchSpan,
  Understood,
} from "@mypacer/shared/contract/athlete.ts";
import { Club, ClubDetail, ClubPage, ClubRef, ClubSeason } from "@mypacer/shared/contract/club.ts";
import { ClubAthletes } from "@mypacer/shared/contract/club_athletes.ts";
import {
  ComparedAthlete,
  ComparedRun,
  Comparison,
  Gap,
  Pair,
  PairLine,
  Ranking,
} from "@mypacer/shared/contract/comparison.ts";
import { NotValid } from "@mypacer/shared/contract/estimate.ts";
import {
  FederationAthlete,
  FederationAthletes,
} from "@mypacer/shared/contract/federation_search.ts";
import { PaceRow, PaceTable } from "@mypacer/shared/contract/pace_table.ts";
import { InvalidParameter, Problem } from "@mypacer/shared/contract/problem.ts";
import {
  AthleteRecord,
  AthleteRecords,
  RecordsOrigin,
  SeasonBest,
  StaleReason,
} from "@mypacer/shared/contract/record.ts";
import { AthleteResult, AthleteResults } from "@mypacer/shared/contract/result.ts";
import { RemovalReceipt } from "@mypacer/shared/contract/removal_request.ts";
import { CrawlRun, Status } from "@mypacer/shared/contract/status.ts";
import { type Route, TAGS } from "../http/route.ts";
import { DatabaseStatus, GeneratedTable, LegacyAthletes } from "../legacy/schema.ts";
import { ValidationDetail } from "../legacy/validation_error.ts";

/** A JSON document or a part of one. */
export type Json = { [key: string]: unknown };

/** Schemas that have a name in the document; whatever else is written out in place. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Analysis,
  Anomaly,
  Athlete,
  AthleteHit,
  AthletePage,
  AthleteRecord,
  AthleteRecords,
  AthleteResult,
  AthleteResults,
  Club,
  ClubAthletes,
  ClubDetail,
  ClubPage,
  ClubRef,
  ClubSeason,
  ComparedAthlete,
  ComparedRun,
  Comparison,
  CrawlRun,
  DatabaseStatus,
  FederationAthlete,
  FederationAthletes,
  Gap,
  GeneratedTable,
  InvalidParameter,
  LegacyAthletes,
  MatchSpan,
  NotValid,
  PaceRow,
  PaceTable,
  Pair,
  PairLine,
  Prediction,
  Problem,
  Ranking,
  RatedRecord,
  RecordsOrigin,
  RemovalReceipt,
  RunRef,
  ScoredRecord,
  SeasonBest,
  StaleReason,
  Status,
  Understood,
  ValidationDetail,
};

const reference = (name: string) => `#/components/schemas/${name}`;

function namedSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: reference, unrepresentable: "any" });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withoutDocumentKeys(schema)]),
  );
}

/** A schema without the keys that only a whole JSON Schema document has. */
function withoutDocumentKeys(schema: Json): Json {
  const { $schema: _schema, $id: _id, ...rest } = schema;
  return rest;
}

function toSchema(type: z.ZodType, io: "input" | "output"): Json {
  const name = Object.keys(NAMED).find((key) => NAMED[key] === type);
  if (name !== undefined) return { $ref: reference(name) };
  return withoutDocumentKeys(z.toJSONSchema(type, { io, unrepresentable: "any" }) as Json);
}

/**
 * Parameters of one place. The output side of a schema is described: on the input side numbers are
 * texts.
 */
function toParameters(schema: z.ZodObject, place: "path" | "query"): Json[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as Json;
    return {
      name,
      in: place,
      required: place === "path" || !schema.shape[name]?.safeParse(undefined).success,
      ...description === undefined ? {} : { description },
      schema: rest,
      ...rest["type"] === "array" ? { style: "form", explode: false } : {},
    };
  });
}

const HEADERS = {
  "X-Request-Id": { description: "Names this request in the log", schema: { type: "string" } },
};

function content(mediaType: string, schema: Json, example?: unknown): Json {
  return { content: { [mediaType]: { schema, ...example === undefined ? {} : { example } } } };
}

function toResponses(route: Route): Json {
  const { answer, example, success = 200, statuses = {}, refusal, query, body } = route;
  const problem = content("application/problem+json", { $ref: reference("Problem") });
  const refusalContent = refusal === undefined
    ? problem
    : content("application/json", toSchema(refusal, "output"));
  const badRequest = query === undefined && body === undefined || refusal !== undefined
    ? {}
    : { 400: { description: "A parameter is missing or wrong", ...problem } };
  return {
    [success]: {
      description: "As asked",
      headers: HEADERS,
      ...typeof answer === "string"
        ? content(answer, { type: "string" })
        : content("application/json", toSchema(answer, "output"), example?.()),
    },
    ...badRequest,
    ...Object.fromEntries(
      Object.entries(statuses).map((
        [status, description],
      ) => [status, { description, ...refusalContent }]),
    ),
    default: { description: "Any other error", ...problem },
  };
}

function toOperation(route: Route): Json {
  const parameters = [
    ...route.pathParameters === undefined
      ? []
      : toParameters(z.object(route.pathParameters), "path"),
    ...route.query === undefined ? [] : toParameters(route.query, "query"),
  ];
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    ...route.description === undefined ? {} : { description: route.description },
    ...parameters.length === 0 ? {} : { parameters },
    ...route.body === undefined ? {} : {
      requestBody: {
        required: true,
        ...content("application/json", toSchema(route.body, "input")),
      },
    },
    responses: toResponses(route),
  };
}

/** Describes routes as an OpenAPI 3.1 document, from the same schemas that validate. */
export function toOpenApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: toOperation(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "MyPacer API",
      version,
      description: "Pace tables, the directory of athletes and clubs of the French athletics " +
        "federation, and their records. Errors are problem details (RFC 9457); the routes of the original " +
        "service keep its own shapes. Parameters that do not exist are refused, but for those routes.",
      license: { name: "MIT", identifier: "MIT" },
    },
    // Behind the site the API is served under /api: relative, it is right in both places.
    servers: [{ url: "." }],
    tags: TAGS.map((name) => ({ name })),
    paths,
    components: { schemas: namedSchemas() },
  };
}
