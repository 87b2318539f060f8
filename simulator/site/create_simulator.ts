import { dayAt } from "../people/calendar_day.ts";
import type { FederationSize } from "../people/clubs.ts";
import { answerControl } from "./control.ts";
import { Counts } from "./counts.ts";
import { type FaultRule, Faults } from "../faults/faults.ts";
import { faultyAnswer, overloadAnswer } from "../faults/faulty_answer.ts";
import { FederationData } from "../pages/federation_data.ts";
import { draw } from "../chance/draw.ts";
import { hasVersion, versionOf } from "./page_version.ts";
import type { Latency, Simulator } from "./simulator.ts";
import { ROBOTS, routeOf, type SiteAnswer } from "./routes.ts";

export type SimulatorOptions = FederationSize & {
  /** The moment up to which there are results. */
  today: Date;
  latency?: Latency;
  simultaneous?: number;
  /** Faults that are switched on from the start. */
  faults?: readonly FaultRule[];
};

/** Requests at a time that the federation's site bears, as others report who tried. */
export const SIMULTANEOUS = 12;

/** Makes a simulated federation. Nothing is generated before it is asked for. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { latency, simultaneous, today, faults = [], ...size } = options;
  const stopping = new AbortController();
  const simulator: Simulator = {
    data: new FederationData(size, dayAt(today)),
    faults: new Faults(size.seed),
    counts: new Counts(),
    settings: {
      latency: latency ?? { min: 0, max: 0 },
      simultaneous: simultaneous ?? SIMULTANEOUS,
      robots: ROBOTS,
    },
    handler: async (request) => {
      const url = new URL(request.url);
      if (url.pathname.startsWith("/_simulator")) {
        return await answerControl(simulator, request, url);
      }
      return await answerSite(simulator, request, stopping.signal);
    },
    stop: () => stopping.abort(),
  };
  for (const rule of faults) simulator.faults.add(rule);
  return simulator;
}

async function answerSite(
  { data, faults, counts, settings }: Simulator,
  request: Request,
  stopping: AbortSignal,
): Promise<Response> {
  const url = new URL(request.url);
  const { kind, answer } = routeOf(data, url, settings.robots);
  const { number, entry } = counts.begin(kind);
  let status = 500;
  let characters = 0;
  const respond = async () => {
    if (counts.inFlight > settings.simultaneous) {
      counts.countFault("overload");
      return overloadAnswer();
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const { min, max } = settings.latency;
    if (max > 0) await waitFor(min + (max - min) * draw(data.size.seed, number), [stopping]);
    const { answer: fault, style } = faults.strike(url);
    const version = kind === "robots" || kind === "unknown" ? null : versionOf(data, url, style);
    const complete = async () => {
      if (version !== null && hasVersion(request, version)) {
        return new Response(null, { status: 304, headers: version });
      }
      const page = await answer(style);
      characters = page.body.length;
      const response = toResponse(page, request.method === "HEAD");
      if (page.status === 200) {
        for (const [name, value] of Object.entries(version ?? {})) {
          response.headers.set(name, value);
        }
      }
      return response;
    };
    if (fault === null) return await complete();
    counts.countFault(fault.kind);
    return await faultyAnswer(fault, {
      url,
      chance: draw(data.size.seed, number),
      answer: complete,
      answerAnother: async () =>
        toResponse(
          await routeOf(data, anotherAddress(data, url), settings.robots).answer(style),
          request.method === "HEAD",
        ),
      // Read only here: Deno warns once a process when a signal of a request that is answered was
      // read.
      wait: (milliseconds) => waitFor(milliseconds, [request.signal, stopping]),
    });
  };
  try {
    const response = await respond();
    status = response.status;
    return response;
  } finally {
    counts.end(entry, status, characters);
  }
}

/**
 * The address of another page of the same kind: the next club's, the next person's, the season
 * before.
 */
function anotherAddress({ people }: FederationData, url: URL): URL {
  const another = new URL(url);
  another.pathname = url.pathname.replace(/(?<=\/athletes\/)\d{1,12}/, (id) => {
    const person = people.find(id);
    return person === null ? id : people.at((person.index + 1) % people.length).ffaId;
  });
  const { searchParams: parameters } = another;
  for (const name of ["frmnclub", "frmclub"]) {
    const club = people.clubs.find(parameters.get(name) ?? "");
    if (club === null) continue;
    parameters.set(name, people.clubs.at((club.index + 1) % people.clubs.length).number);
    return another;
  }
  const season = parameters.get("frmsaison");
  if (season !== null) parameters.set("frmsaison", String(Number(season) - 1));
  return another;
}

function toResponse({ status, type, body }: SiteAnswer, headOnly: boolean): Response {
  return new Response(headOnly ? null : body, {
    status,
    headers: { "content-type": type, "cache-control": "private" },
  });
}

/** Waits, unless one of the signals comes first. */
function waitFor(milliseconds: number, signals: AbortSignal[]): Promise<void> {
  const signal = AbortSignal.any(signals);
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
