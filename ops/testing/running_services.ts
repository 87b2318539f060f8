import { fillDirectory } from "../../api/testing/test_directory.ts";
import { apiArgs } from "../../dev/processes.ts";
import { startService } from "../../dev/service.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { startSite } from "./running_site.ts";
import { freePorts } from "../../shared/process/free_ports.ts";

/** An API and a site of their own, as production runs them. */
export interface RunningPair {
  apiPort: number;
  webPort: number;
  /** Kills both, without a moment to finish what they do. */
  kill(): Promise<void>;
}

/** Processes of the platform over one database, without a federation. */
export interface RunningServices extends AsyncDisposable {
  databaseUrl: string;
  /** Starts one more API and one more site. */
  add(): Promise<RunningPair>;
}

/** An invented person in the directory. */
export const PERSON = { ffaId: "7000001", name: "LEFEBVRE-TESTARD Zélie" };

/** Makes a database with invented people, ready for APIs and sites. */
export async function runServices(): Promise<RunningServices> {
  const parts = new AsyncDisposableStack();
  const database = parts.use(await createTestDatabase());
  await fillDirectory(database.sql, {
    clubs: [{ ffaNumber: "075001", name: "ATHLE TEST CLUB" }],
    athletes: [{ ...PERSON, birthYear: 1990, sex: "F", club: "075001" }],
  });
  return {
    databaseUrl: database.url,
    async add() {
      const [apiPort = 0, webPort = 0] = freePorts(2);
      const addresses = {
        databaseUrl: database.url,
        federationUrl: "http://127.0.0.1:9",
        apiUrl: `http://127.0.0.1:${apiPort}`,
        watch: false,
      };
      const api = await startService({
        name: "api",
        args: apiArgs(addresses),
        environment: {
          DATABASE_URL: database.url,
          FEDERATION_URL: addresses.federationUrl,
          FEDERATION_RATE: "0",
          HOST: "127.0.0.1",
          API_PORT: String(apiPort),
          API_THREADS: "1",
          LOG_LEVEL: "error",
        },
        readyUrl: `${addresses.apiUrl}/health/ready`,
      });
      parts.defer(() => api.stop());
      const web = await startSite(parts, { apiPort, webPort });
      return {
        apiPort,
        webPort,
        kill: async () => {
          await Promise.all([api.stop("SIGKILL"), web.stop("SIGKILL")]);
        },
      };
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
