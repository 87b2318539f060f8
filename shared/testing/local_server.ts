/** A server on this machine; disposing of it stops it once all requests are answered. */
export interface LocalServer extends AsyncDisposable {
  /** E.g. `http://127.0.0.1:40123`. */
  url: string;
  /** E.g. `127.0.0.1:40123`. */
  host: string;
  port: number;
}

/**
 * Serves a handler on the loopback address: what tests put in the place of a real site, collector
 * or API, above all of one that answers badly.
 *
 * @param port Any free one by default.
 */
export function serveLocally(
  handler: (request: Request) => Response | Promise<Response>,
  { port = 0 }: { port?: number } = {},
): LocalServer {
  const server = Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, handler);
  const host = `127.0.0.1:${server.addr.port}`;
  return {
    url: `http://${host}`,
    host,
    port: server.addr.port,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
