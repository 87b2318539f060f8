import { assertEquals } from "@std/assert";
import { otherHost } from "./other_host.ts";
import { RECORDS, startSimulator } from "../testing/running_simulator.ts";

const other = (kind: Parameters<typeof otherHost>[0], address: string) =>
  otherHost(kind, new URL(address))?.href ?? null;

Deno.test("otherHost() puts www. in front or takes it away, with port, path and query", () => {
  assertEquals(
    other("www-redirect", "http://athle.localhost:8090/bases/liste.aspx?frmbase=cclubs&frmmode=1"),
    "http://www.athle.localhost:8090/bases/liste.aspx?frmbase=cclubs&frmmode=1",
  );
  assertEquals(
    other("apex-redirect", "http://www.athle.localhost/athletes/1"),
    "http://athle.localhost/athletes/1",
  );
});

Deno.test("otherHost() leaves the right name alone, and addresses without a name", () => {
  for (const host of ["www.athle.localhost", "127.0.0.1:8090", "[::1]:8090"]) {
    assertEquals(other("www-redirect", `http://${host}/`), null, host);
  }
  for (const host of ["athle.localhost", "127.0.0.1"]) {
    assertEquals(other("apex-redirect", `http://${host}/`), null, host);
  }
});

Deno.test("a host redirect answers 301 at the other name, and the page at its own", async () => {
  await using site = startSimulator();
  site.simulator.faults.add({ kind: "www-redirect", path: "*", rate: 1 });
  const ask = (host: string) =>
    site.simulator.handler(new Request(`http://${host}:8090${RECORDS}`));
  const redirect = await ask("athle.localhost");
  assertEquals(
    [redirect.status, redirect.headers.get("location")],
    [301, `http://www.athle.localhost:8090${RECORDS}`],
  );
  assertEquals((await ask("www.athle.localhost")).status, 200);
  assertEquals(site.simulator.counts.report().faults, { "www-redirect": 1 });
});
