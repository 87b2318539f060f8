/** How the system says that a connection is gone. */
const SOCKET_LOSSES = new Set(["ECONNRESET", "EPIPE", "ECONNREFUSED"]);

/**
 * Lets a process outlive connections that are lost while they are in use.
 *
 * postgres.js 3.4.9 rolls such a transaction back on the connection that is gone: the transaction is
 * refused as it should be, and a moment later a write to what is no more ends the process. That write alone is
 * passed over here.
 * A connection that breaks between two queries refuses a promise of its own as well, which nobody holds: every
 * query that was under way is refused to those who wait for it.
 */
export function outliveLostConnections(): void {
  globalThis.addEventListener("error", (event) => {
    const { error } = event;
    const isLateWrite = error instanceof TypeError &&
      error.message === "Cannot read properties of null (reading 'write')" &&
      /\bnextWrite\b.*postgres/.test(error.stack ?? "");
    if (isLateWrite) event.preventDefault();
  });
  globalThis.addEventListener("unhandledrejection", (event) => {
    const { reason } = event;
    const isSocketLoss = reason instanceof Error && "code" in reason &&
      SOCKET_LOSSES.has(String(reason.code)) && !/\/(?:scraper|shared)\//.test(reason.stack ?? "");
    if (isSocketLoss) event.preventDefault();
  });
}
