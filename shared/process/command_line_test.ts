import { assertEquals, assertThrows } from "@std/assert";
import {
  exitCodeOf,
  HELP_OPTION,
  readCommandLine,
  UsageError,
  wholeNumber,
  wrongValue,
} from "./command_line.ts";

const OPTIONS = { help: HELP_OPTION, seed: { type: "string" } } as const;

Deno.test("readCommandLine() reads options, and says in one line what it does not know", () => {
  const { values } = readCommandLine({ args: ["-h", "--seed", "7"], options: OPTIONS });
  assertEquals({ ...values }, { help: true, seed: "7" });
  for (const args of [["--sed", "7"], ["--seed"], ["7"]]) {
    const error = assertThrows(() => readCommandLine({ args, options: OPTIONS }), UsageError);
    assertEquals(error.message.includes("\n"), false);
  }
});

Deno.test("wholeNumber() reads digits within limits, and says what is accepted", () => {
  assertEquals([wholeNumber("seed", "0", { from: 0, to: 9 }), wholeNumber("seed", "12")], [0, 12]);
  for (const text of ["", "-1", "1.5", "1e3", " 1", "many", "10", "9".repeat(13)]) {
    assertThrows(
      () => wholeNumber("seed", text, { from: 0, to: 9 }),
      UsageError,
      `--seed: "${text}" was given; accepted: a whole number from 0 to 9`,
    );
  }
});

Deno.test("exitCodeOf() gives a program's own exit code, 0 where it has none, and 2 for wrong use", async () => {
  assertEquals(await exitCodeOf(() => Promise.resolve(3)), 3);
  assertEquals(await exitCodeOf(() => Promise.resolve()), 0);
  const misused = () => Promise.reject(wrongValue("size", { text: "x", accepted: "a number" }));
  assertEquals(await exitCodeOf(misused), 2);
});
