/** World records of women. */
import { HALF_MARATHON, MARATHON, MILE } from "../measure/official_lengths.ts";
import type { PublicRecord } from "./public_record.ts";

/** World records of women up to 2000, with day and place; a page of 2023 says that they stood. */
const OLD_RECORDS = [
  "https://www.infoplease.com/sports/track-and-field/running-5",
  "https://github.com/thomascamminady/alltime_athletics_python",
];
/** The day of the second. */
const STOOD_ON = "2023-06-12";
/** Two world records in one meeting. */
const EUGENE_2025 =
  "https://timesofoman.com/article/160112-chebet-kipyegon-break-world-records-at-diamond-league-in-eugene";
/** World records of 2024 that were ratified. */
const RATIFIED_2024 =
  "https://amileaminute.com/news/six-world-records-from-2024-officially-ratified-by-world-athletics/";

/** A world record of women from before 2000. @param later A later page that says that it stood. */
function old(
  record: Pick<PublicRecord, "distance" | "mark" | "holder" | "place" | "date">,
  later?: { source: string; asOf: string },
): PublicRecord {
  return {
    ...record,
    discipline: "track",
    sources: later === undefined ? OLD_RECORDS : [...OLD_RECORDS, later.source],
    asOf: later?.asOf ?? STOOD_ON,
  };
}

/** Short to long. */
export const WORLD_RECORDS_WOMEN: readonly PublicRecord[] = [
  old({
    distance: 100,
    mark: 10_49,
    holder: "Florence Griffith-Joyner",
    place: "Indianapolis",
    date: "1988-07-16",
  }),
  old({
    distance: 200,
    mark: 21_34,
    holder: "Florence Griffith-Joyner",
    place: "Seoul",
    date: "1988-09-29",
  }),
  old({
    distance: 400,
    mark: 47_60,
    holder: "Marita Koch",
    place: "Canberra",
    date: "1985-10-06",
  }, {
    source:
      "https://featured.japan-forward.com/sportslook/athletics-sydney-mclaughlin-levrone-breaks-400-meter-record-at-the-world-championships/amp",
    asOf: "2025-09-18",
  }),
  old({
    distance: 800,
    mark: 113_28,
    holder: "Jarmila Kratochvílová",
    place: "Munich",
    date: "1983-07-26",
  }),
  old({
    distance: 1000,
    mark: 148_98,
    holder: "Svetlana Masterkova",
    place: "Brussels",
    date: "1996-08-23",
  }, {
    source:
      "https://www.tuko.co.ke/sports/athletics/587138-faith-kipyegon-narrowly-misses-1000m-world-record-xiamen-diamond-league/",
    asOf: "2025-04-26",
  }),
  {
    distance: 1500,
    discipline: "track",
    mark: 228_68,
    holder: "Faith Kipyegon",
    date: "2025-07-05",
    place: "Eugene",
    sources: [
      EUGENE_2025,
      "https://www.sports247.my/ratified-kipyegons-world-1500m-record-in-eugene/",
    ],
    asOf: "2025-09-14",
  },
  {
    distance: MILE,
    discipline: "track",
    mark: 247_64,
    holder: "Faith Kipyegon",
    date: "2023-07-21",
    place: "Monaco",
    sources: [
      "https://www.sports247.my/flash-kipyegon-obliterates-world-mile-record-with-407-64-in-monaco/",
      "https://www.flashscore.pl/wiadomosci/trzykrotna-mistrzyni-olimpijska-kipyegon-chce-pobiec-na-mile-ponizej-4-minut/IqBuDO35",
    ],
    asOf: "2025-04-26",
  },
  {
    distance: 2000,
    discipline: "track",
    mark: 319_70,
    holder: "Jessica Hull",
    date: "2024-07-12",
    place: "Monaco",
    sources: [
      "https://diamondleague.wdl.swisstiming.com/news/general/hull-breaks-2000m-world-record-in-monaco",
    ],
    asOf: "2024-07-12",
  },
  old({
    distance: 3000,
    mark: 486_11,
    holder: "Wang Junxia",
    place: "Beijing",
    date: "1993-09-13",
  }, {
    source:
      "https://vcpathletics.com/2025/08/16/chorzow-dl-women-kipyegon-toughs-out-a-spectacular-3k",
    asOf: "2025-08-16",
  }),
  {
    distance: 5000,
    discipline: "track",
    mark: 838_06,
    holder: "Beatrice Chebet",
    date: "2025-07-05",
    place: "Eugene",
    sources: [EUGENE_2025],
    asOf: "2025-07-06",
  },
  {
    distance: 5000,
    discipline: "road",
    mark: 834_00,
    holder: "Beatrice Chebet",
    date: "2024-12-31",
    place: "Barcelona",
    sources: ["https://dopereporters.com/?p=143450"],
    asOf: "2024-12-31",
  },
  {
    distance: 10_000,
    discipline: "track",
    mark: 1734_14,
    holder: "Beatrice Chebet",
    date: "2024-05-25",
    place: "Eugene",
    sources: [
      "https://kbc.co.ke/chebet-and-chepngetich-world-records-ratified/?utm_source=rss&utm_medium=rss&utm_campaign=chebet-and-chepngetich-world-records-ratified",
    ],
    asOf: "2024-12-11",
  },
  {
    distance: 10_000,
    discipline: "road",
    mark: 1726_00,
    holder: "Agnes Jebet Ngetich",
    date: "2024-01-14",
    place: "Valencia",
    sources: [
      "https://www.sports247.my/ratified-world-records-for-mclaughlin-levrone-duplantis-kipyegon-chebet-alekna-and-ngetich/",
    ],
    asOf: "2024-07-27",
  },
  {
    distance: HALF_MARATHON,
    discipline: "road",
    mark: 3772_00,
    holder: "Letesenbet Gidey",
    date: "2021-10-24",
    place: "Valencia",
    sources: [
      "https://www.bbc.co.uk/sport/athletics/59027653",
      "https://github.com/thomascamminady/alltime_athletics_python",
    ],
    asOf: "2023-06-12",
  },
  {
    distance: MARATHON,
    discipline: "road",
    mark: 7796_00,
    holder: "Ruth Chepngetich",
    date: "2024-10-13",
    place: "Chicago",
    sources: [RATIFIED_2024],
    asOf: "2024-12-11",
  },
];
