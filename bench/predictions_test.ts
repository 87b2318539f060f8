import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("predictions.ts", import.meta.url));

/** Runs `deno task bench:predictions` to its end. */
async function bench(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-read", PROGRAM, ...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

const HEADER = "sex,age,distance_m,time_s,first_distance_m,first_time_s,first_days_before," +
  "second_distance_m,second_time_s,second_days_before";

async function withFile(lines: readonly string[], use: (file: string) => Promise<void>) {
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(file, lines.join("\n"));
    await use(file);
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("bench:predictions judges every model, the figures on the last line", async () => {
  // Riegel says 6000·2^1.06 = 12509.6: 3.77 % too fast, and 6600·2^1.06 = 13760.5: 1.05 % too fast.
  const races = [
    "M,40,42195,13000,21097.5,6000,28,10000,2700,63",
    "F,,42195,13907,21097.5,6600,28,10000,2950,63",
  ];
  await withFile([HEADER, ...races], async (file) => {
    const { code, stdout, stderr } = await bench(file);
    assertEquals(code, 0, stderr);
    const figures = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
    assertEquals(Object.keys(figures), [
      "riegel",
      "riegel_fading",
      "cameron",
      "daniels_gilbert",
      "peronnet_thibault",
      "personal_curve",
      "mypacer_first",
      "mypacer",
      "mypacer_unknown",
    ]);
    const { n, none, bias, mae, median_abs, by_distance } = figures.riegel;
    assertEquals({ n, none, bias, mae, median_abs }, {
      n: 2,
      none: 0,
      bias: -2.41,
      mae: 2.41,
      median_abs: 2.41,
    });
    assertEquals([by_distance["42195"].women.bias, by_distance["42195"].men.bias], [-1.05, -3.77]);
    assertEquals([figures.mypacer.none, figures.mypacer.coverage], [0, 100]);
    assertStringIncludes(stdout, "Races over 42195 m");
  });
});

Deno.test("bench:predictions names the file, the line and the column that are wrong", async () => {
  await withFile([HEADER, "M,40,42195,fast,21097.5,6000,28,10000,2700,63"], async (file) => {
    const { code, stdout, stderr } = await bench(file);
    assertEquals([code, stdout], [2, ""]);
    assertEquals(stderr, `${file}, line 2: time_s is "fast"; accepted: a number above 0\n`);
  });
});

Deno.test("bench:predictions says what it needs", async () => {
  for (
    const [args, message] of [
      [[], "no file is named"],
      [["no_such_file.csv"], "no_such_file.csv: there is no such file"],
      [["--fast"], "'--fast'"],
      [["--parts=1", "races.csv"], '--parts: "1"'],
    ] as const
  ) {
    const { code, stderr } = await bench(...args);
    assertEquals(code, 2, stderr);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "), stderr);
  }
  const { code, stdout } = await bench("--help");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "deno task bench:predictions FILE.csv");
});

Deno.test("bench:predictions --fit asks for enough races", async () => {
  await withFile([HEADER, "M,40,42195,13000,21097.5,6000,28,10000,2700,63"], async (file) => {
    const { code, stderr } = await bench("--fit", file);
    assertEquals(code, 2);
    assertStringIncludes(stderr, "1 races with sex and age; at least 200 are needed");
  });
});
