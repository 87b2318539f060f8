import { LANGUAGES } from "../kit/language/language.ts";
import { PATHS } from "../kit/addresses/paths.ts";

/** A page of the site in one of its states. */
export interface PageState {
  path: string;
  /** Status of the answer; 200 by default. */
  status?: number;
}

/** Every page at its first address, in both languages; a new page is included automatically. */
export const EVERY_PATH: readonly string[] = LANGUAGES.flatMap((language) =>
  Object.values(PATHS[language])
);

/**
 * Pages with a parameter, and states that are drawn differently, with the people of the sample API.
 */
export const STATES: readonly PageState[] = [
  { path: "/?athletes=1001,1002,999" },
  { path: "/en?athletes=1001&step=30&vma=17&unit=mi&d=7000" },
  { path: "/?slow=wrong&fast=4.30&step=0&d=x&vma=99", status: 400 },
  { path: "/recherche?q=dupont&athletes=1001" },
  { path: "/recherche?q=martin&sex=F&cat=SE&p=2" },
  { path: "/recherche?q=nobody&club=069902" },
  { path: "/recherche?q=dupont&at=ffa" },
  { path: "/recherche?q=dupont&club=exemple" },
  { path: "/en/search?q=x", status: 400 },
  { path: "/recherche?q=10+km+en+42%2730" },
  { path: "/en/search?q=16+km/h" },
  { path: "/recherche?q=semi" },
  { path: "/recherche?q=dupont&to=compare&athletes=1001" },
  { path: "/comparer?athletes=1001" },
  { path: "/comparer?athletes=1001,1002&by_age=1" },
  { path: "/en/compare?athletes=1001,1005,999,1004" },
  { path: "/comparer?athletes=1010,1011,1012,1013,1014,1015,1016,1017,1018", status: 400 },
  { path: "/piste?c=400,1000,5000&by=speed&athletes=1001,1002,999" },
  { path: "/en/track?athletes=1001&vma=17" },
  { path: "/piste?c=x&slow=wrong", status: 400 },
  { path: "/course?athletes=1001,1002,1003&distance=42195" },
  { path: "/en/race?athletes=1001,1004,999&distance=100" },
  { path: "/course?athletes=1001&distance=3000&predicted=1" },
  { path: "/en/race?athletes=1001,x&distance=far", status: 400 },
  { path: "/clubs?q=exemple&slow=5:00" },
  { path: "/clubs?q=069" },
  { path: "/clubs?q=zzz" },
  { path: "/en/clubs?q=%25", status: 400 },
  { path: "/club/033904" },
  { path: "/en/club/033904?season=all&sex=F&athletes=1010" },
  { path: "/club/033904?cat=PO" },
  { path: "/club/999999", status: 404 },
  { path: "/retrait?athlete=7000001&kind=correction" },
  { path: "/retrait?ref=7KQ2M-0X9TB" },
  { path: "/planificateur?d=10000&t=42:30&effort=halves&view=band" },
  { path: "/en/planner?d=far&t=3:30", status: 400 },
  { path: "/zones?d=10000&t=42:30&unit=mi" },
  { path: "/zones?d=1500&t=5:00" },
  { path: "/en/zones?vma=99", status: 400 },
  { path: "/zones?by=half-cooper&m6=1600" },
  { path: "/en/zones?by=vameval&stage=16&held=30" },
  { path: "/zones?by=cooper&m12=900", status: 400 },
  { path: "/predictions?r=1500@4:30,5000@17:00,10000@35:30,21097.5@1:18:30" },
  { path: "/predictions?r=" },
  { path: "/en/predictor?d=5+km&t=&d=&t=20:00", status: 400 },
  { path: "/age?sex=M&age=65&d=1500&t=6:00" },
  { path: "/en/age-grading?sex=F&age=17", status: 400 },
  { path: "/groupe?s=10x400@105;15x30s@110r30" },
  { path: "/en/group?s=run", status: 400 },
  { path: "/modeles?r=100@0:13.5&sex=M" },
  { path: "/nowhere", status: 404 },
  { path: "/en/nowhere", status: 404 },
];

/** Every page and state. */
export const EVERY_PAGE: readonly PageState[] = [
  ...EVERY_PATH.map((path) => ({ path })),
  ...STATES,
];
