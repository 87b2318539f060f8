/** A simulator of 2,000 people that listens on a free port: what tests over HTTP run against. */
import { createSimulator, type SimulatorOptions } from "../site/create_simulator.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

export const OPTIONS: SimulatorOptions = {
  seed: 1,
  clubs: 20,
  athletes: 2000,
  firstSeason: 2025,
  lastSeason: 2027,
  today: new Date("2026-11-23T12:00:00Z"),
};
/** Records of the known person. */
export const RECORDS = "/athletes/70001989/records";
/** Roster of the known club. */
export const ROSTER =
  "/bases/liste.aspx?frmbase=cclubs&frmmode=2&frmespace=&frmtypeclub=M&frmsaison=2026&frmnclub=075999&frmposition=0";

/** Starts a simulator; disposing of it stops it. */
export function startSimulator(options: Partial<SimulatorOptions> = {}) {
  const simulator = createSimulator({ ...OPTIONS, ...options });
  const server = serveLocally(simulator.handler);
  const base = server.url;
  return {
    simulator,
    base,
    get: (path: string, init?: RequestInit) => fetch(base + path, init),
    control: async (method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${base}/_simulator${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
    },
    [Symbol.asyncDispose]: async () => {
      simulator.stop();
      await server[Symbol.asyncDispose]();
    },
  };
}
