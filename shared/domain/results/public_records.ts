/**
 * The records of each list. What no page was found for is left out: a list is not complete, and
 * each row says up to when it was the record. So is the half marathon of men of France: pages
 * differ on whether the 59'13" of 2019, run for Switzerland, are one.
 */
import { HALF_MARATHON, MARATHON, MILE } from "../measure/official_lengths.ts";
import type { PublicRecord, RecordList } from "./public_record.ts";
import { CASTELLON_2026, WORLD_RECORDS_MEN } from "./world_records_men.ts";

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

/** Names three records of France on the road as hers, with mark, year and place. */
const WOLDU_2025 =
  "https://www.sportmag.fr/athletisme-record-de-france-du-10km-pour-mekdes-woldu-a-tokyo";

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

/** Slower than on the track, so that it is none of `WORLD_RECORDS_MEN`. */
const MEN_5_KM_ROAD: PublicRecord = {
  distance: 5000,
  discipline: "road",
  mark: 769_00,
  holder: "Berihu Aregawi",
  date: "2021-12-31",
  place: "Barcelona",
  sources: ["https://www.sports247.my/ratified-world-5km-records-for-taye-and-aregawi/"],
  asOf: "2022-02-16",
};

/** Short to long. */
export const PUBLIC_RECORDS: Readonly<Record<RecordList, readonly PublicRecord[]>> = {
  "world-m": WORLD_RECORDS_MEN.flatMap((record) =>
    record.distance === MEN_5_KM_ROAD.distance ? [record, MEN_5_KM_ROAD] : [record]
  ),
  "world-f": [
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
      distance: 200,
      discipline: "track",
      mark: 19_80,
      holder: "Christophe Lemaitre",
      date: "2011-09-03",
      place: "Daegu",
      sources: [
        "https://europe1.fr/sport/Lemaitre-un-chrono-de-legende-332096",
        "https://www.athle.fr/asp.net/main.html/html.aspx?htmlid=3932",
      ],
      asOf: "2011-09-03",
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
      distance: 5000,
      discipline: "track",
      mark: 771_59,
      holder: "Jimmy Gressier",
      date: "2025-06-20",
      place: "Paris",
      sources: [
        "https://mybestruns.com/Jimmy_Gressier_Breaks_French_5000m_Record_at_Paris_Diamond_League.html",
        "https://portail.free.fr/sport/autres/habz-efface-baala-des-tablettes-un-record-supersonique-sur-1500m/",
      ],
      asOf: "2025-06-20",
    },
    {
      distance: 5000,
      discipline: "road",
      mark: 777_00,
      holder: "Jimmy Gressier",
      date: "2025-03-16",
      place: "Lille",
      sources: [
        "https://www-eu.epochtimes.fr/athletisme-jimmy-gressier-ameliore-son-record-deurope-du-5-km-sur-route-2901422.html",
        "https://hashiru.fr/2025/03/18/woldu-reine-de-barcelone-gressier-prince-de-lille/",
      ],
      asOf: "2025-03-18",
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
    {
      distance: 10_000,
      discipline: "road",
      mark: 1603_00,
      holder: "Yann Schrub",
      date: "2026-02-22",
      place: "Castellón",
      sources: [
        CASTELLON_2026,
        "https://www.upday.com/fr/international/26-min-43-sec-yann-schrub-pulverise-le-record-deurope-du-10-km-sur-route/45396tj",
      ],
      asOf: "2026-02-22",
    },
    {
      distance: MARATHON,
      discipline: "road",
      mark: 7427_00,
      holder: "Morhad Amdouni",
      date: "2024-02-18",
      place: "Séville",
      sources: [
        "https://www.cnews.fr/sport/2024-02-18/marathon-de-seville-nouveaux-records-de-france-pour-morhad-amdouni-et-meline-rollin",
        "https://sports.orange.fr/athletisme/marathons/article/marathon-de-seville-amdouni-ameliore-son-record-de-france-rollin-bat-celui-des-dames-CNT000002coZmr.html",
      ],
      asOf: "2024-02-18",
    },
  ],
  "france-f": [
    {
      distance: 100,
      discipline: "track",
      mark: 10_73,
      holder: "Christine Arron",
      date: "1998-08-19",
      place: "Budapest",
      sources: [
        "https://www.journaldesfemmes.fr/societe/sportives/3184158-le-jour-ou-la-sprinteuse-christine-arron-s-est-emparee-du-record-d-europe-du-100-m/",
        "https://francipost.online/18/18/contente-que-mon-record-soit-toujours-la-25-ans-apres-le-parisien/",
      ],
      asOf: "2023-08-19",
    },
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
      distance: 1500,
      discipline: "track",
      mark: 236_69,
      holder: "Agathe Guillemot",
      date: "2024-08-08",
      place: "Paris",
      sources: [
        "https://france3-regions.francetvinfo.fr/bretagne/finistere/jo-de-paris-2024-pour-la-premiere-fois-dans-l-histoire-des-jeux-une-francaise-en-finale-du-1500-et-c-est-une-bretonne-3015935.html",
      ],
      asOf: "2024-08-08",
    },
    {
      distance: 2000,
      discipline: "track",
      mark: 332_63,
      holder: "Agathe Guillemot",
      date: "2024-07-12",
      place: "Monaco",
      sources: [
        "https://www.watchathletics.com/article/13060/australian-jessica-hull-shatters-2000m-world-record-at-monaco-diamond-league",
        "https://stadion-actu.fr/meeting-de-monaco-ca-va-etre-une-grosse-bagarre-assure-agathe-guillemot-en-lice-sur-1000-m",
      ],
      asOf: "2025-07-09",
    },
    {
      distance: 5000,
      discipline: "road",
      mark: 893_00,
      holder: "Cassandre Beaugrand",
      date: "2025-02-09",
      place: "Monaco",
      sources: [
        "https://sportmag.fr/athletisme-cassandre-beaugrand-princiere-a-monaco/amp",
        "https://stadion-actu.fr/?p=123475",
      ],
      asOf: "2025-02-09",
    },
    {
      distance: 10_000,
      discipline: "road",
      mark: 1861_00,
      holder: "Mekdes Woldu",
      date: "2025-05-03",
      place: "Tokyo",
      sources: [
        WOLDU_2025,
        "https://stadion-actu.fr/asics-record-de-france-du-10-km-pour-mekdes-woldu-en-3101-a-tokyo",
      ],
      asOf: "2025-05-03",
    },
    {
      distance: HALF_MARATHON,
      discipline: "road",
      mark: 4107_00,
      holder: "Mekdes Woldu",
      date: "2022-12-11",
      place: "Malaga",
      sources: [
        "https://www.vo2.fr/actualite/record-de-france-du-semi-marathon-pour-mekdes-woldu",
        WOLDU_2025,
      ],
      asOf: "2025-05-03",
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
        WOLDU_2025,
      ],
      asOf: "2025-05-03",
    },
  ],
};
