import { z } from "zod";
import { KNOWN_PERSON } from "../people/memberships.ts";
import { FAULT_KINDS, FaultRule } from "../faults/faults.ts";
import type { Simulator } from "./simulator.ts";

/** Longest body that a control route reads, in bytes. */
const MAX_BODY = 100_000;

const LatencyBody = z.strictObject({
  min: z.number().min(0).max(600_000),
  max: z.number().min(0).max(600_000),
}).refine(({ min, max }) => min <= max, "min must not exceed max");
const SimultaneousBody = z.strictObject({ simultaneous: z.int().min(0).max(1_000_000) });
const FaultsBody = z.union([FaultRule, z.array(FaultRule).max(1000)]);

/** A control request that cannot be carried out; its message is the answer. */
class ControlError extends Error {
  override name = "ControlError";
}

type Handler = (simulator: Simulator, request: Request, id: string) => Promise<Response> | Response;

/** Control routes by method and path under `/_simulator`. */
const ROUTES: readonly [string, RegExp, Handler][] = [
  ["GET", /^\/?$/, overview],
  ["GET", /^\/counts$/, ({ counts }) => Response.json(counts.report())],
  ["DELETE", /^\/counts$/, ({ counts }) => {
    counts.reset();
    return new Response(null, { status: 204 });
  }],
  ["GET", /^\/requests$/, ({ counts }) => Response.json(counts.requests())],
  ["GET", /^\/faults$/, ({ faults }) => Response.json(faults.list())],
  ["POST", /^\/faults$/, async ({ faults }, request) => {
    const body = await readBody(FaultsBody, request);
    const added = [body].flat().map((rule) => faults.add(rule));
    return Response.json(Array.isArray(body) ? added : added[0], { status: 201 });
  }],
  ["PUT", /^\/faults$/, async ({ faults }, request) => {
    const body = await readBody(FaultsBody, request);
    faults.clear();
    return Response.json([body].flat().map((rule) => faults.add(rule)));
  }],
  ["DELETE", /^\/faults$/, ({ faults }) => {
    faults.clear();
    return new Response(null, { status: 204 });
  }],
  [
    "DELETE",
    /^\/faults\/(\d{1,9})$/,
    ({ faults }, _request, id) =>
      faults.remove(Number(id))
        ? new Response(null, { status: 204 })
        : refusal(404, "no such fault"),
  ],
  ["GET", /^\/latency$/, ({ settings }) => Response.json(settings.latency)],
  ["PUT", /^\/latency$/, async ({ settings }, request) => {
    settings.latency = await readBody(LatencyBody, request);
    return Response.json(settings.latency);
  }],
  [
    "GET",
    /^\/simultaneous$/,
    ({ settings: { simultaneous } }) => Response.json({ simultaneous }),
  ],
  ["PUT", /^\/simultaneous$/, async ({ settings }, request) => {
    const { simultaneous } = await readBody(SimultaneousBody, request);
    settings.simultaneous = simultaneous;
    return Response.json({ simultaneous });
  }],
  ["PUT", /^\/robots$/, async ({ settings }, request) => {
    settings.robots = await readText(request);
    return new Response(null, { status: 204 });
  }],
];

/**
 * Answers a request to `/_simulator/…`, through which tests and operators steer a simulator while
 * it runs. POST does what PUT does where nothing is added.
 */
export async function answerControl(
  simulator: Simulator,
  request: Request,
  url: URL,
): Promise<Response> {
  const path = url.pathname.slice("/_simulator".length);
  const routes = ROUTES.filter(([, pattern]) => pattern.test(path));
  if (routes.length === 0) return refusal(404, "no such control route: see /_simulator/");
  const method = request.method === "POST" && !routes.some(([other]) => other === "POST")
    ? "PUT"
    : request.method;
  const route = routes.find(([other]) => other === method);
  if (route === undefined) {
    return refusal(405, `accepted here: ${routes.map(([other]) => other).join(", ")}`);
  }
  try {
    return await route[2](simulator, request, route[1].exec(path)?.[1] ?? "");
  } catch (error) {
    if (error instanceof ControlError) return refusal(400, error.message);
    throw error;
  }
}

function overview({ data, settings, faults }: Simulator): Response {
  const person = data.people.at(KNOWN_PERSON);
  return Response.json({
    size: data.size,
    settings,
    faults: faults.list(),
    fault_kinds: FAULT_KINDS,
    known_athlete: { ffa_id: person.ffaId, name: person.name },
    known_club: data.people.clubs.at(0).number,
    manners:
      "counts tells smallest_gap_ms between the starts of two requests, most_in_flight and most_in_60_s; requests lists the latest with their moments; DELETE counts starts both again",
    routes: ROUTES.map(([method, pattern]) =>
      `${method} /_simulator${
        pattern.source.replace(/\\\/\??|[\^$]/g, (part) => part[0] === "\\" ? "/" : "")
      }`
    ),
  });
}

function refusal(status: number, detail: string): Response {
  return Response.json({ detail }, { status });
}

async function readText(request: Request): Promise<string> {
  const text = await request.text();
  if (text.length > MAX_BODY) throw new ControlError(`the body is longer than ${MAX_BODY}`);
  return text;
}

async function readBody<T extends z.ZodType>(schema: T, request: Request): Promise<z.output<T>> {
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ControlError("the body is not JSON", { cause: error });
  }
  const read = schema.safeParse(value);
  if (!read.success) throw new ControlError(z.prettifyError(read.error));
  return read.data;
}
