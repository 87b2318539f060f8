import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathTo } from "../dev/paths.ts";
import { runNginx } from "./testing/running_nginx.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const decoder = new TextDecoder();
const PORTS = ["8001", "8011", "8081", "8091"];

/** As ops/deploy.sh writes it. */
const upstreams = (api: string, web: string) =>
  `# Which color serves staging: green. ops/deploy.sh writes this file anew.
upstream mypacer_staging_api {
    server 127.0.0.1:${api};
    keepalive 32;
}
upstream mypacer_staging_web {
    server 127.0.0.1:${web};
    keepalive 32;
}
`;

testWith(
  missingTools("nginx", "openssl"),
  "take_upstreams takes upstreams on the given ports, nothing else, and nothing that nginx refuses",
  async () => {
    await using nginx = await runNginx({ rate: "100r/s" });
    const folder = await Deno.makeTempDir({ prefix: "mypacer-upstreams-" });
    const from = join(folder, "written_by_staging.conf");
    const to = join(nginx.folder, "etc/mypacer/staging_upstreams.conf");
    const before = await Deno.readTextFile(to);
    const take = async (text: string) => {
      await Deno.writeTextFile(from, text);
      const { code, stderr } = await new Deno.Command("sh", {
        args: [pathTo("../ops/take_upstreams.sh"), "staging", from, to, ...PORTS],
        env: { NGINX_TEST: nginx.checkCommand },
        stdin: "null",
      }).output();
      return { code, stderr: decoder.decode(stderr) };
    };
    const good = upstreams("8011", "8091");
    const refused = [
      upstreams("9090", "8091"),
      upstreams("8000", "8091"),
      good.replace("127.0.0.1", "10.0.0.1"),
      good.replaceAll("staging", "prod"),
      `${good}server { listen 80; root /; }\n`,
      `${good}include /etc/shadow;\n`,
      `${good}    server unix:/run/docker.sock;\n`,
      `${good}# \u0000\n`,
      good.replace("keepalive 32;", "keepalive 32; server 127.0.0.1:9090;"),
    ];
    for (const text of refused) {
      const { code, stderr } = await take(text);
      assertEquals(code, 1, text);
      assertStringIncludes(stderr, "holds more than upstreams of staging");
      assertEquals(await Deno.readTextFile(to), before);
    }
    // Well formed line by line, and no configuration.
    for (const text of [good.slice(0, -2), `}\n${good}`, ""]) {
      assertEquals((await take(text)).code, 1, text);
      assertEquals(await Deno.readTextFile(to), before);
    }
    // What root may read is not told to whoever may not.
    await Deno.remove(from);
    await Deno.writeTextFile(join(folder, "of-root"), "root:secret");
    await Deno.symlink(join(folder, "of-root"), from);
    const { stderr } = await new Deno.Command("sh", {
      args: [pathTo("../ops/take_upstreams.sh"), "staging", from, to, ...PORTS],
      env: { NGINX_TEST: nginx.checkCommand },
    }).output();
    assertEquals(decoder.decode(stderr).includes("secret"), false);
    await Deno.remove(from);
    assertEquals((await take(good)).code, 0);
    assertEquals(await Deno.readTextFile(to), good);
    await Deno.remove(folder, { recursive: true });
  },
);
