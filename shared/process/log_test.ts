import { assertEquals, assertMatch } from "@std/assert";
import { createLogger, type LogLevel } from "./log.ts";

function linesOf(level: LogLevel, terminal: boolean) {
  const lines: string[] = [];
  const log = createLogger("api", { level, terminal, write: (line) => lines.push(line) });
  return { lines, log };
}

Deno.test("createLogger() writes one JSON object a line", () => {
  const { lines, log } = linesOf("info", false);
  log.info("listening", { port: 8000 });
  const { time, ...line } = JSON.parse(lines[0] ?? "");
  assertMatch(time, /^\d{4}-\d\d-\d\dT/);
  assertEquals(line, { level: "info", part: "api", message: "listening", port: 8000 });
});

Deno.test("createLogger() leaves out what is less urgent than its level", () => {
  const { lines, log } = linesOf("warn", true);
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d");
  assertEquals(lines, ["api warn: c", "api error: d"]);
});

Deno.test("createLogger() keeps message and cause of an error", () => {
  const { lines, log } = linesOf("info", false);
  log.error("failed", { error: new TypeError("outer", { cause: new Error("inner") }) });
  const { error } = JSON.parse(lines[0] ?? "");
  assertEquals([error.name, error.message, error.cause.message], ["TypeError", "outer", "inner"]);
});
