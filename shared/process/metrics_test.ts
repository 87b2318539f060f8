import { assertEquals } from "@std/assert";
import { metricLabels, metricsText } from "./metrics.ts";

Deno.test("metricsText() writes head and values of each metric, those without any too", () => {
  assertEquals(
    metricsText([
      { name: "queue", type: "gauge", help: "Requests that wait.", values: [["", 3]] },
      {
        name: "crawls_total",
        type: "counter",
        help: "Crawls by outcome.",
        values: [['{outcome="finished"}', 2], ['{outcome="failed"}', 0]],
      },
      { name: "check", type: "gauge", help: "The last check.", values: [] },
    ]),
    `# HELP mypacer_queue Requests that wait.
# TYPE mypacer_queue gauge
mypacer_queue 3
# HELP mypacer_crawls_total Crawls by outcome.
# TYPE mypacer_crawls_total counter
mypacer_crawls_total{outcome="finished"} 2
mypacer_crawls_total{outcome="failed"} 0
# HELP mypacer_check The last check.
# TYPE mypacer_check gauge
`,
  );
});

Deno.test("metricLabels() escapes what would end a label", () => {
  assertEquals(
    metricLabels({ route: 'a"b\\c\nd', status: 200 }),
    String.raw`route="a\"b\\c\nd",status="200"`,
  );
});
