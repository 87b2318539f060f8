import { createTestApp, type TestApp } from "../../api/testing/test_app.ts";
import { seedDirectory } from "../../bench/seed_directory.ts";
import { startService } from "../../dev/service.ts";
import type { FederationSize } from "../../simulator/people/clubs.ts";
import { people } from "../../simulator/people/people.ts";
import { freePorts } from "../../shared/process/free_ports.ts";
import { runNginx, type RunningNginx } from "./running_nginx.ts";
import { startSite } from "./running_site.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

/** A directory of some thousand invented people. */
const SIZE: FederationSize = {
  seed: 11,
  clubs: 40,
  athletes: 6000,
  firstSeason: 2020,
  lastSeason: 2026,
};

/** One of them. */
export interface InventedPerson {
  ffaId: string;
  name: string;
}

/** The whole platform over a directory of invented people, with its clock in the test's hands. */
export interface DirectoryBehindNginx extends AsyncDisposable {
  persons: readonly InventedPerson[];
  /** Numbers of the clubs. */
  clubs: readonly string[];
  /** nginx without its rates, so that a day's questions pass in seconds. */
  nginx: RunningNginx;
  /** The API, in this process: its clock can be put forward. */
  app: TestApp;
  apiPort: number;
  webPort: number;
}

/** What an operator is given by default, percent. */
const USUAL_SHARE = 1.4;

/** Starts the simulated federation, the API, the built site and nginx. */
export async function runDirectoryBehindNginx(): Promise<DirectoryBehindNginx> {
  await using parts = new AsyncDisposableStack();
  const [simulatorPort = 0, apiPort = 0, webPort = 0] = freePorts(3);
  const federationUrl = `http://127.0.0.1:${simulatorPort}`;
  const size = Object.entries(SIZE).map(([name, value]) =>
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}=${value}`
  );
  const simulator = await startService({
    name: "simulator",
    args: [
      ..."run --quiet --no-prompt --allow-net=127.0.0.1 --allow-env --allow-read".split(" "),
      "simulator/main.ts",
      `--port=${simulatorPort}`,
      ...size,
    ],
    readyUrl: `${federationUrl}/robots.txt`,
  });
  parts.defer(() => simulator.stop());
  const app = parts.use(
    await createTestApp({
      federationUrl,
      inMemory: true,
      directoryShare: USUAL_SHARE,
      // Whoever wants to read everybody finds everybody.
      youngestListed: "BB",
      federationSearches: { burst: 1e6, perSecond: 1e6 },
    }),
  );
  await seedDirectory(app.sql, SIZE);
  await app.keeper?.start();
  parts.use(serveLocally((request) => app.answer(request), { port: apiPort }));
  await startSite(parts, { apiPort, webPort });
  const nginx = parts.use(await runNginx({ rate: "100000r/s" }));
  await nginx.point({ api: [apiPort], web: [webPort] });
  const all = people(SIZE);
  const started = parts.move();
  return {
    persons: Array.from(all, ({ ffaId, name }) => ({ ffaId, name })),
    clubs: Array.from({ length: all.clubs.length }, (_, index) => all.clubs.at(index).number),
    nginx,
    app,
    apiPort,
    webPort,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
