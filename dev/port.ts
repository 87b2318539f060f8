/** A port that a part of MyPacer needs is in use. The message is one line for the operator. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
}

/**
 * Checks that nothing listens on a port yet, before anything is started.
 *
 * @param variable Name of the variable that sets the port, for the message.
 * @throws {PortTakenError} When it is taken.
 */
export function assertPortFree(variable: string, hostname: string, port: number): void {
  try {
    Deno.listen({ hostname, port }).close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    throw new PortTakenError(
      `${variable}: port ${port} is in use; stop what listens there, or set ${variable} to another`,
    );
  }
}
