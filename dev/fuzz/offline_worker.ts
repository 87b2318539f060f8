/** The built service worker without a browser around it, and without a connection. */
import { LANGUAGES } from "../../web/kit/language/language.ts";
import { PATHS } from "../../web/kit/addresses/paths.ts";
import type { BuiltSite } from "../../web/testing/built_site.ts";
import type { PageRequest } from "./requests.ts";

/** A service worker that can be asked for pages. */
export interface OfflineWorker {
  /**
   * Asks for a page as a browser without a connection does.
   *
   * @throws {unknown} What the worker fails with.
   */
  ask(request: PageRequest): Promise<string>;
}

/** What listens to the requests of pages. */
type Listener = (event: {
  request: unknown;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}) => void;

export const ORIGIN = "https://pacer.invalid";

/** Pages that the worker keeps from the first visit on, by path. */
async function readShells(site: BuiltSite): Promise<Map<string, string>> {
  const shells = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const page of ["table", "planner"] as const) {
      const path = PATHS[language][page];
      shells.set(path, await (await site.ask(path)).text());
    }
  }
  return shells;
}

/** Starts the worker of the build, as a visit of the site leaves it when the connection goes. */
export async function startOfflineWorker(site: BuiltSite): Promise<OfflineWorker> {
  const build = new URL("../../web/.output/public/service-worker.js", import.meta.url);
  const [code, shells] = await Promise.all([Deno.readTextFile(build), readShells(site)]);
  const listeners = new Map<string, Listener>();
  const match = (path: string) => {
    const html = shells.get(path);
    return Promise.resolve(html === undefined ? undefined : new Response(html));
  };
  const scope: Record<string, unknown> = {
    self: {
      location: { origin: ORIGIN },
      addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    },
    caches: { open: () => Promise.resolve({ match }) },
    fetch: () => Promise.reject(new TypeError("There is no connection")),
    // The network fails at once: nobody waits for a slow one.
    setTimeout: () => 0,
  };
  // The build is one classic script, as a browser takes it.
  new Function(...Object.keys(scope), code)(...Object.values(scope));
  return {
    async ask({ address, posted }) {
      const request = {
        url: ORIGIN + address,
        method: posted === null ? "GET" : "POST",
        mode: "navigate",
        clone: () => ({ text: () => Promise.resolve(posted ?? "") }),
      };
      const answer = await new Promise<Response>((resolve, reject) => {
        listeners.get("fetch")?.({ request, respondWith: resolve, waitUntil: () => {} });
        // The worker says at once whether it answers; a promise that is resolved already is not
        // rejected.
        reject(new Error(`The worker leaves ${address} to the network`));
      });
      return await answer.text();
    },
  };
}
