/**
 * Below what Linux gives to outgoing connections (32768 and up): a port that is free now is not
 * taken by one of the many connections of a load before a process listens on it.
 */
const LOWEST = 18_000;
const HIGHEST = 32_000;

const takenPorts = new Set<number>();

/** A port that nothing listens on. */
export const freePort = (): number => freePorts(1)[0] ?? 0;

/**
 * Makes sure that no other process listens there: where threads share a port, two processes of one
 * account would as well, without an error.
 *
 * @throws {Deno.errors.AddrInUse}
 */
export function assertPortIsFree(hostname: string, port: number): void {
  Deno.listen({ hostname, port }).close();
}

/** Ports that nothing listens on, each another one. */
export function freePorts(count: number): number[] {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (takenPorts.has(port)) continue;
    try {
      Deno.listen({ hostname: "127.0.0.1", port }).close();
    } catch (error) {
      if (error instanceof Deno.errors.AddrInUse) continue;
      throw error;
    }
    takenPorts.add(port);
    ports.push(port);
  }
  return ports;
}
