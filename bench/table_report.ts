/** A column of figures. */
export interface Column {
  title: string;
  /** Text that is set flush left; figures are set flush right. */
  text?: boolean;
}

/** Sets figures as a table for a terminal. */
export function setTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0))
  );
  const line = (cells: readonly string[]) =>
    columns.map(({ text }, index) => {
      const cell = cells[index] ?? "";
      const width = widths[index] ?? 0;
      return text ? cell.padEnd(width) : cell.padStart(width);
    }).join("  ").trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join("\n");
}

/** Sets figures as a table of Markdown, its columns as wide as `deno fmt` makes them. */
export function setMarkdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0))
  );
  const line = (cells: readonly string[]) =>
    `| ${
      columns.map(({ text }, index) =>
        text
          ? (cells[index] ?? "").padEnd(widths[index] ?? 0)
          : (cells[index] ?? "").padStart(widths[index] ?? 0)
      ).join(" | ")
    } |`;
  const rule = columns.map(({ text }, index) => {
    const width = widths[index] ?? 0;
    return text ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
  });
  return [line(columns.map(({ title }) => title)), line(rule), ...rows.map(line)].join("\n");
}
