import { type MetricFamily, metricLabels, metricsText } from "@mypacer/shared/process/metrics.ts";

/** Upper bounds of the duration histogram, s. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** Durations of one route. */
interface Durations {
  /** Answers up to each bound, not cumulated; the last is for what took longer. */
  counts: number[];
  sum: number;
}

/** Where an answer that rests on a page of the federation came from. */
export type OutcomeLabel = "live" | "cache" | "stale" | "unavailable" | "unknown";

/** A value read when the metrics are asked for. */
export interface Gauge {
  /** Without the `mypacer_` that each gets. */
  name: string;
  help: string;
  type: "gauge" | "counter";
  read: () => number;
}

/** What one thread has counted, to be added to what others have. */
export interface Counts {
  answers: ReadonlyMap<string, number>;
  durations: ReadonlyMap<string, Durations>;
  pages: Record<"records" | "results", ReadonlyMap<string, number>>;
  /** Watched values by name. */
  counters: ReadonlyMap<string, number>;
  gauges: ReadonlyMap<string, number>;
}

/** Counts what a thread answers, and writes it in Prometheus' text format. */
export class Metrics {
  /** By labels, in braces. */
  readonly #answers = new Map<string, number>();
  /** By labels, without braces. */
  readonly #durations = new Map<string, Durations>();
  /** Labels of answers by what they are made of: few, and each is counted often. */
  readonly #series = new Map<string, { labels: string; answers: string }>();
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
    const key = `${status} ${method} ${route}`;
    let series = this.#series.get(key);
    if (series === undefined) {
      const labels = metricLabels({ method, route });
      series = { labels, answers: `{${labels},${metricLabels({ status })}}` };
      this.#series.set(key, series);
    }
    const { labels, answers } = series;
    add(this.#answers, answers);
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
  countPage(page: "records" | "results", outcome: OutcomeLabel): void {
    add(this.#pages[page], `{${metricLabels({ outcome })}}`);
  }

  /** Adds a value that is read when the metrics are asked for. */
  watch(gauge: Gauge): void {
    this.#gauges.push(gauge);
  }

  /** What was counted so far. */
  counts(): Counts {
    const watched = (type: Gauge["type"]) =>
      new Map(
        this.#gauges.flatMap((gauge) => gauge.type === type ? [[gauge.name, gauge.read()]] : []),
      );
    return {
      answers: this.#answers,
      durations: this.#durations,
      pages: this.#pages,
      counters: watched("counter"),
      gauges: watched("gauge"),
    };
  }

  /**
   * All of it, in the text format of Prometheus, version 0.0.4.
   *
   * @param others What other threads of the process have counted; it is added.
   */
  toText(others: readonly Counts[] = []): string {
    const all = [this.counts(), ...others];
    const sum = (of: (counts: Counts) => ReadonlyMap<string, number>) => sumMaps(all.map(of));
    const watchedSums = { counter: sum((c) => c.counters), gauge: sum((c) => c.gauges) };
    const counted: MetricFamily[] = [
      {
        name: "http_requests_total",
        type: "counter",
        help: "Answers by method, route and status.",
        values: sum(({ answers }) => answers),
      },
      {
        name: "http_request_duration_seconds",
        type: "histogram",
        help: "Time to answer by route.",
        values: [...sumDurations(all)].flatMap(histogram),
      },
      {
        name: "records_total",
        type: "counter",
        help: "Requests for records by where the answer came from.",
        values: sum(({ pages }) => pages.records),
      },
      {
        name: "results_total",
        type: "counter",
        help: "Requests for results by where the answer came from.",
        values: sum(({ pages }) => pages.results),
      },
    ];
    const watched = this.#gauges.map(({ name, help, type }): MetricFamily => ({
      name,
      help,
      type,
      values: [["", watchedSums[type].get(name) ?? 0]],
    }));
    return metricsText([...counted, ...watched]);
  }
}

function sumMaps(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of maps.flatMap((map) => [...map])) {
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return sums;
}

function sumDurations(all: readonly Counts[]): Map<string, Durations> {
  const sums = new Map<string, Durations>();
  for (const [labels, { counts, sum }] of all.flatMap(({ durations }) => [...durations])) {
    const before = sums.get(labels);
    sums.set(labels, {
      counts: counts.map((count, bucket) => count + (before?.counts[bucket] ?? 0)),
      sum: sum + (before?.sum ?? 0),
    });
  }
  return sums;
}

/** The lines of one route: so many answers took up to each bound. */
function histogram([labels, { counts, sum }]: [string, Durations]): [string, number][] {
  let total = 0;
  const buckets = counts.map((count, index): [string, number] => {
    total += count;
    return [`_bucket{${labels},${metricLabels({ le: BOUNDS[index] ?? "+Inf" })}}`, total];
  });
  return [...buckets, [`_sum{${labels}}`, sum], [`_count{${labels}}`, total]];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
