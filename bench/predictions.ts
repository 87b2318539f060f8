/**
 * `deno task bench:predictions FILE.csv …`: how far each model's predictions lie from what real
 * runners ran. The tables are for people; the last line of stdout is one JSON object.
 */
import {
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  UsageError,
  wholeNumber,
} from "@mypacer/shared/process/command_line.ts";
import type { Coefficients } from "@mypacer/shared/domain/models/mypacer_coefficients.ts";
import { predictWith } from "@mypacer/shared/domain/models/mypacer_model.ts";
import {
  crossValidate,
  fitCoefficients,
  startingCoefficients,
  type Variant,
} from "./predictions/fit_mypacer.ts";
import { fitSpreads, printSpreads } from "./predictions/fit_spread.ts";
import { CLASSIC_MODELS, type Model, MYPACER_MODELS } from "./predictions/models.ts";
import { printCoefficients } from "./predictions/print_coefficients.ts";
import { printErrors } from "./predictions/print_errors.ts";
import { COLUMNS, PairFileError, parseRacePairs, type RacePair } from "./predictions/race_pairs.ts";
import { answersOf, type ModelAnswers, reportOf, setReport } from "./predictions/report.ts";

const HELP = `Measures the predictions of all models against races that were run.

Usage: deno task bench:predictions FILE.csv [FILE.csv …] [options]

  --fit       fit MyPacer's own model to the files: prints the text of its coefficients, and its
              errors over races that each fit has not seen (minutes)
  --parts N   into how many parts the races are dealt to be left out in turn (10)
  --seed N    another seed deals them otherwise (1)
  --help      this text

A file has a line of column names, in any order, and a line for each race:
  ${COLUMNS.slice(0, 4).join(", ")},
  ${COLUMNS.slice(4).join(", ")}
sex is F, M or nothing, age in years or nothing, distances in meters, times in seconds; the first
result is the one nearest to the race in distance. Other columns are not read.

Errors are predicted over actual time minus one, in per cent: bias is their median, above 0 too
slow. "covered" is the share of races between the ends of the model's interval, which is to be 90.
Without --fit the errors are those of the coefficients the site has: they say too little where the
files are those that these were fitted to.
`;

function readOptions() {
  const options = {
    fit: { type: "boolean", default: false },
    parts: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    help: HELP_OPTION,
  } as const;
  return readCommandLine({ allowPositionals: true, options });
}

async function readPairs(files: readonly string[]): Promise<RacePair[]> {
  const pairs = await Promise.all(files.map(async (file) => {
    try {
      return parseRacePairs(await Deno.readTextFile(file), file);
    } catch (cause) {
      if (cause instanceof PairFileError) throw cause;
      if (cause instanceof Deno.errors.NotFound) {
        throw new UsageError(`${file}: there is no such file`, { cause });
      }
      throw new UsageError(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
  }));
  return pairs.flat();
}

/** The answers of MyPacer's model, each race by coefficients that were fitted without it. */
function crossAnswers(
  coefficients: Coefficients,
  pairs: readonly RacePair[],
  { variant, parts, seed }: { variant: Variant; parts: number; seed: number },
): ModelAnswers[] {
  const byRace = crossValidate(coefficients, pairs, { variant, parts, seed });
  const answers = (name: string, both: boolean): ModelAnswers => ({
    model: MYPACER_MODELS.find((model) => model.name === name) as Model,
    predicted: pairs.map((pair, at) => {
      const { first, second, race: { distance }, sex, age } = pair;
      const runner = variant === "told" ? { sex, age } : {};
      const results = both ? [first, second] : [first];
      return predictWith(byRace[at] ?? coefficients, results, { distance, runner });
    }),
  });
  return variant === "told"
    ? [
      answers("mypacer_first", false),
      answers("mypacer", true),
    ]
    : [answers("mypacer_unknown", true)];
}

/** Fits, prints the coefficients, and tries them on races left out. */
function fit(
  pairs: readonly RacePair[],
  { parts, seed }: { parts: number; seed: number },
): ModelAnswers[] {
  const complete = pairs.filter(({ sex, age }) => sex !== null && age !== null);
  if (complete.length < 200) {
    throw new UsageError(
      `--fit: ${complete.length} races with sex and age; at least 200 are needed`,
    );
  }
  const start = startingCoefficients(pairs);
  say(`Fitting to ${pairs.length} races`);
  const withSex = fitCoefficients(start, complete, "told");
  const withoutSex = fitCoefficients(start, pairs, "untold");
  print("For shared/domain/models/mypacer_coefficients.ts:\n");
  print("/** For runners whose sex is known. */");
  print(printCoefficients("WITH_SEX", withSex));
  print("\n/** For runners whose sex is not known; age is not used either. */");
  print(printCoefficients("WITHOUT_SEX", withoutSex));
  print("\nFor shared/domain/models/classic_spread_figures.ts:\n");
  print("/** Ends by model. */");
  print(printSpreads(fitSpreads(pairs)));
  print("");
  say(`Leaving out each of ${parts} parts in turn`);
  return [
    ...crossAnswers(withSex, pairs, { variant: "told", parts, seed }),
    ...crossAnswers(withoutSex, pairs, { variant: "untold", parts, seed }),
  ];
}

async function main(): Promise<void> {
  const { values, positionals } = readOptions();
  if (values.help) return printText(HELP);
  if (positionals.length === 0) throw new UsageError("no file is named; --help says which");
  const parts = wholeNumber("parts", values.parts, { from: 2 });
  const seed = wholeNumber("seed", values.seed, { from: 0 });
  const pairs = await readPairs(positionals);
  const answers = [
    ...CLASSIC_MODELS.map((model) => answersOf(model, pairs)),
    ...(values.fit
      ? fit(pairs, { parts, seed })
      : MYPACER_MODELS.map((model) => answersOf(model, pairs))),
  ];
  const report = reportOf(answers, pairs);
  print(setReport(answers, report));
  print("");
  if (values.fit) {
    print("For shared/domain/models/prediction_errors.ts:\n");
    print("/** Of whom, and when. */");
    print(`${printErrors(answers, report, pairs)}\n`);
  }
  print(JSON.stringify(report));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof PairFileError)) throw error;
  say(error.message);
  Deno.exit(2);
}
