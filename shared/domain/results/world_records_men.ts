/** World records of men: also what no estimate may be faster than (`models/human_limits.ts`). */
import { HALF_MARATHON, MARATHON, MILE } from "../measure/official_lengths.ts";
import type { PublicRecord } from "./public_record.ts";

/** The world records of 2000, with day and place. */
const LIST_OF_2000 = "https://www.infoplease.com/sports/track-and-field/running-4";
/** Names Cheptegei as holder of both his records on the track, on 22 February 2026. */
export const CASTELLON_2026 =
  "https://worldathletics.org/competitions/world-athletics-label-road-races/news/castellon-10km-kibet-gitonga-schrub-keith";
/** The record over 5,000 m is ratified, and that over 10,000 m told, each with day and place. */
const CHEPTEGEI = [
  "https://mckoysnews.com/cheptegeis-5000m-world-record-ratified-by-world-athletics/",
  CASTELLON_2026,
];

/** Short to long; over a distance that is run on track and road, the faster of the two. */
export const WORLD_RECORDS_MEN: readonly PublicRecord[] = [
  {
    distance: 60,
    discipline: "short-track",
    mark: 6_34,
    holder: "Christian Coleman",
    date: "2018-02-18",
    place: "Albuquerque",
    sources: ["https://www.iaaf.org/news/report/christian-coleman-world-record-us-indoor-cham"],
    asOf: "2018-02-18",
  },
  {
    distance: 100,
    discipline: "track",
    mark: 9_58,
    holder: "Usain Bolt",
    date: "2009-08-16",
    place: "Berlin",
    sources: [
      "https://scroll.in/field/970526/watch-usain-bolts-stunning-100m-world-record-in-2009-the-most-incredible-piece-of-sprinting",
      "https://basesport.co.uk/?p=7757",
    ],
    asOf: "2025-08-16",
  },
  {
    distance: 200,
    discipline: "track",
    mark: 19_19,
    holder: "Usain Bolt",
    date: "2009-08-20",
    place: "Berlin",
    sources: [
      "https://thesportsrush.com/olympics-news-track-and-field-news-august-20-2009-15-years-ago-today-usain-bolt-broke-200m-world-record-in-berlin/",
    ],
    asOf: "2024-08-20",
  },
  {
    distance: 400,
    discipline: "track",
    mark: 43_03,
    holder: "Wayde van Niekerk",
    date: "2016-08-14",
    place: "Rio de Janeiro",
    sources: [
      "https://wikimili.com/en/2025_World_Athletics_Championships_%E2%80%93_Men's_400_metres",
    ],
    asOf: "2025-09-08",
  },
  {
    distance: 800,
    discipline: "track",
    mark: 100_91,
    holder: "David Rudisha",
    date: "2012-08-09",
    place: "London",
    sources: [
      "https://worldathletics.org/news/news/stunning-rudisha-14091-world-record-in-london",
      "https://www.japantimes.co.jp/sports/2025/08/20/more-sports/wanyonyi-rudisha-800m/",
    ],
    asOf: "2025-08-20",
  },
  {
    distance: 1000,
    discipline: "track",
    mark: 131_96,
    holder: "Noah Ngeny",
    date: "1999-09-05",
    place: "Rieti",
    sources: [LIST_OF_2000, "https://grokipedia.com/page/Noah_Ngeny"],
    asOf: "2024-01-01",
  },
  {
    distance: 1500,
    discipline: "track",
    mark: 206_00,
    holder: "Hicham El Guerrouj",
    date: "1998-07-14",
    place: "Rome",
    sources: [LIST_OF_2000, "https://mybestruns.com/rndlnk.php?dx=13778"],
    asOf: "2025-07-14",
  },
  {
    distance: MILE,
    discipline: "track",
    mark: 223_13,
    holder: "Hicham El Guerrouj",
    date: "1999-07-07",
    place: "Rome",
    sources: [
      LIST_OF_2000,
      "https://athleticsweekly.com/event-reports/jakob-ingebrigtsen-takes-down-el-guerroujs-world-2000m-record-1039971419/",
    ],
    asOf: "2023-09-08",
  },
  {
    distance: 2000,
    discipline: "track",
    mark: 283_13,
    holder: "Jakob Ingebrigtsen",
    date: "2023-09-08",
    place: "Brussels",
    sources: [
      "https://brussels.diamondleague.com/en/news/brussels/ingebrigtsen-wipes-24-year-old-world-record-off-the-tables",
      "https://www.sportskeeda.com/athletics/news-world-records-set-jakob-ingebrigtsen-cj-albertson-aleksandr-sorokin-validated",
    ],
    asOf: "2023-09-08",
  },
  {
    distance: 3000,
    discipline: "track",
    mark: 437_55,
    holder: "Jakob Ingebrigtsen",
    date: "2024-08-25",
    place: "Chorzów",
    sources: [
      "https://africa.espn.com/olympics/trackandfield/story/_/id/40989379/jakob-ingebrigtsen-breaks-3k-world-record-3-seconds",
    ],
    asOf: "2024-08-25",
  },
  {
    distance: 5000,
    discipline: "track",
    mark: 755_36,
    holder: "Joshua Cheptegei",
    date: "2020-08-14",
    place: "Monaco",
    sources: CHEPTEGEI,
    asOf: "2026-02-22",
  },
  {
    distance: 10_000,
    discipline: "track",
    mark: 1571_00,
    holder: "Joshua Cheptegei",
    date: "2020-10-07",
    place: "Valencia",
    sources: CHEPTEGEI,
    asOf: "2026-02-22",
  },
  {
    distance: HALF_MARATHON,
    discipline: "road",
    mark: 3440_00,
    holder: "Jacob Kiplimo",
    date: "2026-03-08",
    place: "Lisbon",
    sources: [
      "https://www.independent.co.ug/kiplimo-shatters-world-record/",
      "https://www.dailysabah.com/world/kiplimo-storms-back-to-reclaim-half-marathon-world-record-in-lisbon/news",
    ],
    asOf: "2026-03-09",
  },
  {
    distance: MARATHON,
    discipline: "road",
    mark: 7170_00,
    holder: "Sabastian Sawe",
    date: "2026-04-26",
    place: "London",
    sources: [
      "https://longform.social/post/did:plc:oznbnvgr7dmvddiyvr7dih52/3mkfkv6r5a4l2/source",
      "https://londondigest.co.uk/2026/04/26/sawe-smashes-two-hour-mark-to-move-goalposts-for-marathon-running/",
    ],
    asOf: "2026-04-26",
  },
];
