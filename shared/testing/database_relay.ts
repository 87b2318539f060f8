/** A way to a database that counts who comes and can be frozen. */
export interface DatabaseRelay extends AsyncDisposable {
  /** URL of the database by this way. */
  url: string;
  /** How many connections were made. */
  readonly count: number;
  /** Takes connections and carries nothing, as a frozen or overloaded host does. */
  freeze(): void;
  /** Carries on, beginning with what was sent meanwhile. */
  thaw(): void;
}

/** Opens a way to the database of a URL. */
export function openDatabaseRelay(databaseUrl: string): DatabaseRelay {
  const target = new URL(databaseUrl);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connections = new Set<Deno.Conn>();
  let count = 0;
  let thawed = Promise.resolve();
  let thaw = () => {};
  const pump = async (from: Deno.Conn, to: Deno.Conn) => {
    const chunk = new Uint8Array(65_536);
    try {
      for (let size = await from.read(chunk); size !== null; size = await from.read(chunk)) {
        await thawed;
        for (let sent = 0; sent < size;) sent += await to.write(chunk.subarray(sent, size));
      }
    } catch (error) {
      // One end is closed, which ends the other.
      const isEnd = error instanceof Deno.errors.BadResource ||
        error instanceof Deno.errors.Interrupted || error instanceof Deno.errors.BrokenPipe ||
        error instanceof Deno.errors.ConnectionReset;
      if (!isEnd) throw error;
    } finally {
      close(from);
      close(to);
    }
  };
  const close = (connection: Deno.Conn) => {
    if (connections.delete(connection)) connection.close();
  };
  const accepting = (async () => {
    for await (const client of listener) {
      count++;
      const server = await Deno.connect({ hostname: target.hostname, port: Number(target.port) });
      connections.add(client).add(server);
      void pump(client, server);
      void pump(server, client);
    }
  })();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(listener.addr.port);
  return {
    url: url.href,
    get count() {
      return count;
    },
    freeze() {
      ({ promise: thawed, resolve: thaw } = Promise.withResolvers<void>());
    },
    thaw: () => thaw(),
    [Symbol.asyncDispose]: async () => {
      thaw();
      listener.close();
      await accepting;
      for (const connection of [...connections]) close(connection);
    },
  };
}
