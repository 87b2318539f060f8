/** More than one API and site behind nginx, as docs/SCALING.md describes it. */
import { assert, assertEquals } from "@std/assert";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { CLIENTS, load } from "./testing/load.ts";
import { runNginx } from "./testing/running_nginx.ts";
import { runServices } from "./testing/running_services.ts";
import { missingTools, testWith } from "./testing/tools.ts";

testWith(
  missingTools("nginx", "openssl"),
  "nginx answers for an API and a site that were killed under load",
  async () => {
    await using services = await runServices();
    const [first, second] = await Promise.all([services.add(), services.add()]);
    await using nginx = await runNginx({ rate: "100000r/s" });
    await nginx.point({
      api: [first.apiPort, second.apiPort],
      web: [first.webPort, second.webPort],
    });
    const { asked, failed } = await load(nginx.askOnce, {
      paths: ["/mentions-legales", "/api/pace-table?slowest=300&fastest=240&step=5", "/api/status"],
      count: 2000,
      during: () => first.kill(),
    });
    assert(asked >= 2000);
    // What the two had begun to answer when they were killed cannot be answered by others.
    assert(failed.length <= CLIENTS, `${failed.join("\n")}\n${await nginx.errorLog()}`);
  },
);

testWith(
  missingTools("nginx", "openssl"),
  "one that fails once is asked again at once, also where the other is gone",
  async () => {
    const server = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const answered = answerButTheFirst(server);
    await using nginx = await runNginx();
    const ports = [freePort(), server.addr.port];
    await nginx.point({ api: ports, web: ports });
    const statuses: number[] = [];
    for (let count = 0; count < 20; count++) {
      statuses.push((await nginx.askOnce("/mentions-legales")).status);
    }
    assertEquals(statuses, [502, ...Array(19).fill(200)]);
    server.close();
    await answered;
  },
);

/** Breaks off the first connection, and answers all others. */
async function answerButTheFirst(server: Deno.TcpListener): Promise<void> {
  let count = 0;
  for await (using connection of server) {
    if (count++ === 0) continue;
    await connection.read(new Uint8Array(4096));
    await connection.write(
      new TextEncoder().encode(
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok",
      ),
    );
  }
}
