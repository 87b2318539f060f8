/** One row of a test's results: date, event, mark, wind, round, place, level, points, town. */
export type ResultRow = readonly [
  date: string,
  event: string,
  mark: string,
  wind: string,
  round: string,
  place: string,
  level: string,
  points: string,
  town: string,
];

const COLUMNS = "Date,Epreuve,Performance,Vent,Tour,Place,Niveau,Points,Lieu,".split(",");

/** The rows of a results table without the table, as the federation sends them. */
export function resultsFragment(rows: readonly ResultRow[]): string {
  const head = COLUMNS.map((name) => `<th>${name}</th>`).join("");
  const body = rows.map((row) => {
    const cells = row.map((cell) => `<td>${cell}</td>`).join("");
    return `<tr class="clickable">${cells}<td></td></tr>`;
  });
  return `<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>`;
}
