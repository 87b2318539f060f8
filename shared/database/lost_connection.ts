/**
 * Lets a process outlive a connection that is lost within a transaction.
 *
 * postgres.js 3.4.9 rolls such a transaction back on the connection that is gone: the transaction is
 * refused as it should be, and a moment later a write to what is no more ends the process. That write alone is
 * passed over here.
 */
export function outliveLostConnections(): void {
  globalThis.addEventListener("error", (event) => {
    const { error } = event;
    const isLateWrite = error instanceof TypeError &&
      error.message === "Cannot read properties of null (reading 'write')" &&
      /\bnextWrite\b.*postgres/.test(error.stack ?? "");
    if (isLateWrite) event.preventDefault();
  });
}
