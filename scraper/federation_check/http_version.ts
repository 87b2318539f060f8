/** Longest wait for a handshake, ms. */
const WITHIN = 10_000;

/** Names of what is agreed upon in a handshake. */
const NAMES: Record<string, string> = { "h2": "HTTP/2", "http/1.1": "HTTP/1.1" };

/**
 * Finds the version of HTTP that a site agrees to: by a handshake of TLS that offers HTTP/2 and
 * HTTP/1.1, as every request of ours does, without sending one. Plain http, as the simulator
 * speaks, agrees on nothing: it is HTTP/1.1.
 *
 * @returns E.g. `HTTP/2`; `unknown` where no handshake could be had.
 */
export async function findHttpVersion(site: URL, signal: AbortSignal): Promise<string> {
  if (site.protocol === "http:") return "HTTP/1.1";
  const late = AbortSignal.any([signal, AbortSignal.timeout(WITHIN)]);
  const connecting = Deno.connectTls({
    hostname: site.hostname,
    port: site.port === "" ? 443 : Number(site.port),
    alpnProtocols: ["h2", "http/1.1"],
  });
  try {
    const connection = await unless(late, connecting);
    const { alpnProtocol } = await unless(late, connection.handshake());
    return alpnProtocol === null ? "HTTP/1.1" : NAMES[alpnProtocol] ?? alpnProtocol;
  } catch (error) {
    signal.throwIfAborted();
    // Whether pages can be had shows in the requests themselves; this is one cell of a table.
    if (error instanceof Error) return "unknown";
    throw error;
  } finally {
    connecting.then((connection) => connection.close(), () => {});
  }
}

function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  return Promise.race([work, aborted.promise])
    .finally(() => signal.removeEventListener("abort", abort));
}
