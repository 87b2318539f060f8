import { fileURLToPath } from "node:url";
import { clubsFor } from "./measure_size.ts";

/** What a crawl of a small federation came to, by athlete. */
export interface CrawlSample {
  athletes: number;
  requestsPerAthlete: number;
  /** Seconds of a first full load without a pace, by athlete. */
  secondsPerAthlete: number;
}

/** Crawls a small federation of as many seasons as the real one, by `bench:crawl`. */
export async function sampleCrawl(athletes: number): Promise<CrawlSample> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "-A",
      "bench/crawl.ts",
      `--athletes=${athletes}`,
      `--clubs=${clubsFor(athletes)}`,
    ],
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).output();
  if (!success) throw new Error(`The crawl of ${athletes} athletes failed`);
  const figures = JSON.parse(new TextDecoder().decode(stdout).trimEnd().split("\n").at(-1) ?? "");
  return {
    athletes: figures.athletes,
    requestsPerAthlete: figures.requests / figures.athletes,
    secondsPerAthlete: figures.seconds / figures.athletes,
  };
}
