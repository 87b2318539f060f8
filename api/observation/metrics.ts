/** Upper bounds of the duration histogram, s. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** Durations of one route. */
interface Durations {
  /** Answers up to each bound, not cumulated; the last is for what took longer. */
  counts: number[];
  sum: number;
}

/** A value read when the metrics are asked for. */
export interface Gauge {
  name: string;
  help: string;
  type: "gauge" | "counter";
  read: () => number;
}

const escape = (label: string) =>
  label.replace(/[\\"\n]/g, (sign) => sign === "\n" ? "\\n" : `\\${sign}`);

/** In full, so that whoever reads an alert finds where its metric comes from. */
const PAGE_COUNTERS = { records: "mypacer_records_total", results: "mypacer_results_total" };

/** Counts what the process answers, and writes it in Prometheus' text format. */
export class Metrics {
  readonly #answers = new Map<string, number>();
  readonly #durations = new Map<string, Durations>();
  readonly #pages = { records: new Map<string, number>(), results: new Map<string, number>() };
  readonly #gauges: Gauge[] = [];

  /**
   * Counts an answer.
   *
   * @param route Path of the route, e.g. `/athletes/:ffaId`, so that the number of series stays
   *   bounded.
   * @param seconds Time from the request's arrival to its answer.
   */
  countAnswer(
    { method, route, status }: { method: string; route: string; status: number },
    seconds: number,
  ): void {
    const labels = `method="${escape(method)}",route="${escape(route)}"`;
    add(this.#answers, `${labels},status="${status}"`);
    let durations = this.#durations.get(labels);
    if (durations === undefined) {
      durations = { counts: new Array<number>(BOUNDS.length + 1).fill(0), sum: 0 };
      this.#durations.set(labels, durations);
    }
    const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
    const at = bucket === -1 ? BOUNDS.length : bucket;
    durations.counts[at] = (durations.counts[at] ?? 0) + 1;
    durations.sum += seconds;
  }

  /** Counts how a request for what rests on a page of the federation was answered. */
  countPage(
    page: "records" | "results",
    outcome: "live" | "cache" | "stale" | "unavailable" | "unknown",
  ): void {
    add(this.#pages[page], `outcome="${outcome}"`);
  }

  /** Adds a value that is read when the metrics are asked for. */
  watch(gauge: Gauge): void {
    this.#gauges.push(gauge);
  }

  /** All of it, in the text format of Prometheus, version 0.0.4. */
  toText(): string {
    const lines: string[] = [];
    const head = (name: string, type: string, help: string) =>
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
    head("mypacer_http_requests_total", "counter", "Answers by method, route and status.");
    for (const [labels, count] of this.#answers) {
      lines.push(`mypacer_http_requests_total{${labels}} ${count}`);
    }
    head("mypacer_http_request_duration_seconds", "histogram", "Time to answer by route.");
    for (const [labels, { counts, sum }] of this.#durations) {
      let total = 0;
      for (const [index, count] of counts.entries()) {
        total += count;
        const bound = BOUNDS[index] ?? "+Inf";
        lines.push(
          `mypacer_http_request_duration_seconds_bucket{${labels},le="${bound}"} ${total}`,
        );
      }
      lines.push(`mypacer_http_request_duration_seconds_sum{${labels}} ${sum}`);
      lines.push(`mypacer_http_request_duration_seconds_count{${labels}} ${total}`);
    }
    for (const [page, outcomes] of Object.entries(this.#pages)) {
      const name = PAGE_COUNTERS[page as keyof typeof PAGE_COUNTERS];
      head(name, "counter", `Requests for ${page} by where the answer came from.`);
      for (const [labels, count] of outcomes) lines.push(`${name}{${labels}} ${count}`);
    }
    for (const { name, help, type, read } of this.#gauges) {
      head(name, type, help);
      lines.push(`${name} ${read()}`);
    }
    return `${lines.join("\n")}\n`;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
