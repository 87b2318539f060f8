/** More than one API and site behind nginx, as docs/SCALING.md describes it. */
import { assert } from "@std/assert";
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
    assert(failed.length <= CLIENTS, failed.join("\n"));
  },
);
