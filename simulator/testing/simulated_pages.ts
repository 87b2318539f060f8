/** A federation of 12,000 people, its pages without a server, and what tests compare them with. */
import { assertEquals } from "@std/assert";
import type { RowProblem } from "@mypacer/shared/federation/shape.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { type Day, dayAt, partsOf } from "../people/calendar_day.ts";
import { FederationData } from "../pages/federation_data.ts";
import { ROBOTS, routeOf } from "../site/routes.ts";
import { type PageStyle, USUAL_STYLE } from "../pages/style.ts";

export const SIZE = { seed: 1, clubs: 300, athletes: 12_000, firstSeason: 2023, lastSeason: 2027 };
export const data = new FederationData(SIZE, dayAt(new Date("2026-11-23T12:00:00Z")));
export const { people } = data;
export const urls = federationUrls("http://127.0.0.1:8090");

/** Every way in which tables and sections are written. */
export const STYLES: PageStyle[] = [
  USUAL_STYLE,
  { ...USUAL_STYLE, tbody: "never", sectionAttribute: "data-section" },
  { ...USUAL_STYLE, tbody: "always" },
];

/** The body of a page that must be answered. */
export async function fetchPage(url: URL, style: PageStyle = USUAL_STYLE): Promise<string> {
  const { status, body } = await routeOf(data, url, ROBOTS).answer(style);
  assertEquals(status, 200);
  return body;
}

/** A day as parsers give it. */
export function iso(day: Day): string {
  const { year, month, day: of } = partsOf(day);
  return [year, String(month).padStart(2, "0"), String(of).padStart(2, "0")].join("-");
}

/** Rows of a page that were not read, or not wholly; those that only look odd are none. */
export function brokenRows(problems: readonly RowProblem[]): RowProblem[] {
  return problems.filter(({ isHarmless }) => !isHarmless);
}
