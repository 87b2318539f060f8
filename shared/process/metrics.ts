/** A metric of Prometheus with its values. */
export interface MetricFamily {
  /** Without the `mypacer_` that each gets. */
  name: string;
  type: "gauge" | "counter" | "histogram";
  /** One sentence on what it tells. */
  help: string;
  /** What follows the name in the line of a value, e.g. `{outcome="failed"}`, and the value. */
  values: Iterable<readonly [suffix: string, value: number]>;
}

/** Writes metrics in the text format of Prometheus, version 0.0.4. */
export function metricsText(families: Iterable<MetricFamily>): string {
  let text = "";
  for (const { name, type, help, values } of families) {
    text += `# HELP mypacer_${name} ${help}\n# TYPE mypacer_${name} ${type}\n`;
    for (const [suffix, value] of values) text += `mypacer_${name}${suffix} ${value}\n`;
  }
  return text;
}

/** Labels as they stand between the braces of a line, e.g. `method="GET",route="/athletes"`. */
export function metricLabels(labels: Readonly<Record<string, string | number>>): string {
  return Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`).join(",");
}

function escape(value: string | number): string {
  return String(value).replace(/[\\"\n]/g, (sign) => sign === "\n" ? "\\n" : `\\${sign}`);
}
