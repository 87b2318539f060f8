import type { SizeFigures } from "./measure_size.ts";

/** One line of the chart: a figure by size, as times of the smallest size's. */
interface Line {
  title: string;
  of: (figures: SizeFigures) => number;
  /** Colors on a light and on a dark page, 3:1 at least on either. */
  colors: readonly [light: string, dark: string];
  /** Dashes: lines are told apart without colors too. */
  dash: string;
}

const LINES: readonly Line[] = [
  {
    title: "API, memory",
    of: ({ search }) => search.rssMb,
    colors: ["#8a3b00", "#ffb077"],
    dash: "",
  },
  {
    title: "CPU until ready",
    of: ({ search }) => search.readyCpu,
    colors: ["#0b5cad", "#7fbcff"],
    dash: "9 4",
  },
  {
    title: "CPU of a search",
    of: ({ search }) => search.cpuMs,
    colors: ["#1b7a3d", "#74d99a"],
    dash: "2 4",
  },
  {
    title: "p95, 8 clients",
    of: ({ search }) => search.p95,
    colors: ["#a3195b", "#ff8fc4"],
    dash: "12 4 2 4",
  },
];

const WIDTH = 720;
const HEIGHT = 400;
const PLOT = { left: 56, right: 520, top: 24, bottom: 344 };
const GRID = [1, 2, 5, 10, 20, 50];
/** Least distance between two names beside the lines. */
const NAME_HEIGHT = 18;

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const times = (value: number) => `${Number(value.toPrecision(2))} ×`;
const millions = (athletes: number) => `${Number((athletes / 1e6).toPrecision(2))} M`;
const place = (value: number) => Number(value.toFixed(1));

/**
 * Draws how much larger figures get with the number of people, both on logarithmic scales: what
 * grows as people do is the gray diagonal. Legible on a light page and on a dark one.
 *
 * @param sizes Two at least, the smallest first.
 */
export function growthChart(sizes: readonly SizeFigures[]): string {
  const [first] = sizes;
  const last = sizes.at(-1);
  if (first === undefined || last === undefined || first === last) {
    throw new RangeError("Cannot draw growth of fewer than two sizes");
  }
  const growth = (line: Line, figures: SizeFigures) => line.of(figures) / line.of(first);
  const most = Math.max(
    last.athletes / first.athletes,
    ...LINES.flatMap((line) => sizes.map((figures) => growth(line, figures))),
  );
  const top = GRID.find((mark) => mark >= most) ?? most;
  const x = (athletes: number) =>
    place(
      PLOT.left + (PLOT.right - PLOT.left) *
          Math.log(athletes / first.athletes) / Math.log(last.athletes / first.athletes),
    );
  // Figures that shrink stand on the ground.
  const y = (value: number) =>
    place(PLOT.bottom - (PLOT.bottom - PLOT.top) * Math.log(Math.max(1, value)) / Math.log(top));
  const grid = GRID.filter((mark) => mark <= top).map((mark) =>
    `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(mark)}" y2="${y(mark)}"/>` +
    `<text x="${PLOT.left - 8}" y="${y(mark) + 4}" text-anchor="end">${mark} ×</text>`
  );
  const feet = sizes.map(({ athletes }) =>
    `<text x="${x(athletes)}" y="${PLOT.bottom + 22}" text-anchor="middle">${
      millions(athletes)
    }</text>`
  );
  const diagonal = `<line class="people" x1="${x(first.athletes)}" y1="${y(1)}" x2="${
    x(last.athletes)
  }" y2="${y(last.athletes / first.athletes)}"/>`;
  const lines = LINES.map((line, at) => {
    const points = sizes.map((figures) => `${x(figures.athletes)},${y(growth(line, figures))}`);
    return `<polyline class="l${at}" stroke-dasharray="${line.dash}" points="${
      points.join(" ")
    }"/>`;
  });
  const names = namePlaces(LINES.map((line) => y(growth(line, last)))).map((at, index) => {
    const line = LINES[index];
    return line === undefined
      ? ""
      : `<text class="n${index}" x="${PLOT.right + 10}" y="${at + 4}">${escapeXml(line.title)} ${
        times(growth(line, last))
      }</text>`;
  });
  const told = LINES.map((line) => `${line.title} ${times(growth(line, last))}`).join(", ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">What grows with the number of people</title>
<desc id="desc">${
    escapeXml(
      `From ${millions(first.athletes)} to ${millions(last.athletes)} people, ${
        times(last.athletes / first.athletes)
      } as many: ${told}. Both axes are logarithmic.`,
    )
  }</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #333 }
.grid { stroke: #ccc }
.people { stroke: #888; stroke-width: 6; opacity: .35 }
polyline { fill: none; stroke-width: 2.5 }
${
    LINES.map(({ colors: [light] }, at) =>
      `.l${at} { stroke: ${light} } .n${at} { fill: ${light} }`
    ).join("\n")
  }
@media (prefers-color-scheme: dark) {
text { fill: #ddd }
.grid { stroke: #444 }
${
    LINES.map(({ colors: [, dark] }, at) => `.l${at} { stroke: ${dark} } .n${at} { fill: ${dark} }`)
      .join("\n")
  }
}
</style>
${[...grid, ...feet, diagonal, ...lines, ...names].join("\n")}
<text x="${(PLOT.left + PLOT.right) / 2}" y="${
    HEIGHT - 12
  }" text-anchor="middle">people; the broad gray line grows as they do</text>
</svg>
`;
}

/** Moves names apart that would lie on one another, the upper ones staying where they are. */
function namePlaces(wanted: readonly number[]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const places = [...wanted];
  let free = -Infinity;
  for (const { at, index } of order) {
    places[index] = Math.max(at, free);
    free = (places[index] ?? at) + NAME_HEIGHT;
  }
  return places;
}
