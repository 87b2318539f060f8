/**
 * The records of each list. What no page was found for is left out: a list is not complete, and
 * each row says up to when it was the record.
 */
import { MARATHON } from "../measure/official_lengths.ts";
import type { PublicRecord, RecordList } from "./public_record.ts";
import { WORLD_RECORDS_MEN } from "./world_records_men.ts";

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

/** A world record of women from before 2000. */
function old(
  distance: number,
  mark: number,
  holder: string,
  place: string,
  date: string,
): PublicRecord {
  const discipline = "track";
  return { distance, discipline, mark, holder, place, date, sources: OLD_RECORDS, asOf: STOOD_ON };
}

/** Short to long. */
export const PUBLIC_RECORDS: Readonly<Record<RecordList, readonly PublicRecord[]>> = {
  "world-m": WORLD_RECORDS_MEN,
  "world-f": [
    old(100, 10_49, "Florence Griffith-Joyner", "Indianapolis", "1988-07-16"),
    old(200, 21_34, "Florence Griffith-Joyner", "Seoul", "1988-09-29"),
    old(400, 47_60, "Marita Koch", "Canberra", "1985-10-06"),
    old(800, 113_28, "Jarmila Kratochvílová", "Munich", "1983-07-26"),
    old(1000, 148_98, "Svetlana Masterkova", "Brussels", "1996-08-23"),
    {
      distance: 1500,
      discipline: "track",
      mark: 228_68,
      holder: "Faith Kipyegon",
      date: "2025-07-05",
      place: "Eugene",
      sources: [EUGENE_2025],
      asOf: "2025-07-06",
    },
    old(3000, 486_11, "Wang Junxia", "Beijing", "1993-09-13"),
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
      distance: MARATHON,
      discipline: "road",
      mark: 7796_00,
      holder: "Ruth Chepngetich",
      date: "2024-10-13",
      place: "Chicago",
      sources: [RATIFIED_2024],
      asOf: "2024-12-11",
    },
  ],
  "france-m": [
    {
      distance: 100,
      discipline: "track",
      mark: 9_86,
      holder: "Jimmy Vicaut",
      date: "2015-07-04",
      place: "Saint-Denis",
      sources: [
        "https://www.20min.ch/fr/story/un-record-qui-detonne-par-rapport-a-ses-precedents-detenteurs-852270030565",
      ],
      asOf: "2021-07-31",
    },
    {
      distance: 800,
      discipline: "track",
      mark: 101_61,
      holder: "Gabriel Tual",
      date: "2024-07-07",
      place: "Paris",
      sources: [
        "https://newsouest.fr/pays-bigouden/athletisme/2024-07-08/agathe-guillemot-sous-la-barre-des-quatre-minutes-efface-un",
      ],
      asOf: "2024-07-08",
    },
    {
      distance: 1500,
      discipline: "track",
      mark: 207_49,
      holder: "Azeddine Habz",
      date: "2025-06-20",
      place: "Paris",
      sources: [
        "https://information.tv5monde.com/sport/athletisme-azeddine-habz-dans-lhistoire-du-1500-m-francais-pluie-de-minima-paris-2777889",
      ],
      asOf: "2025-06-21",
    },
    {
      distance: 3000,
      discipline: "track",
      mark: 448_67,
      holder: "Jimmy Gressier",
      date: "2026-06-17",
      place: "Montreuil",
      sources: ["https://www.deltafm.fr/athletisme-encore-un-record-pour-jimmy-gressier"],
      asOf: "2026-06-18",
    },
    {
      distance: 10_000,
      discipline: "track",
      mark: 1618_67,
      holder: "Jimmy Gressier",
      date: "2024-08-02",
      place: "Paris",
      sources: [
        "https://defzone.net/wiki/fr/Jimmy_Gressier",
        "https://www.deltafm.fr/athletisme-encore-un-record-pour-jimmy-gressier",
      ],
      asOf: "2026-06-18",
    },
  ],
  "france-f": [
    {
      distance: 400,
      discipline: "track",
      mark: 48_25,
      holder: "Marie-José Pérec",
      date: "1996-07-29",
      place: "Atlanta",
      sources: [
        "https://www.infoplease.com/sports/track-and-field/running-5",
        "https://portail.free.fr./sport/autres/marie-jose-perec-cest-fini",
      ],
      asOf: "2024-08-09",
    },
    {
      distance: MARATHON,
      discipline: "road",
      mark: 8593_00,
      holder: "Mekdes Woldu",
      date: "2025-03-16",
      place: "Barcelone",
      sources: [
        "https://hashiru.fr/2025/03/18/woldu-reine-de-barcelone-gressier-prince-de-lille/",
      ],
      asOf: "2025-03-18",
    },
  ],
};
