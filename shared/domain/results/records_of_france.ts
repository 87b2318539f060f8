/**
 * Records of France. The half marathon of men is left out: pages differ on whether the 59'13" of
 * 2019, run for Switzerland, are one.
 */
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";
import type { PublicRecord } from "./public_record.ts";
import { CASTELLON_2026 } from "./world_records_men.ts";

/** Names three records of France on the road as hers, with mark, year and place. */
const WOLDU_2025 =
  "https://www.sportmag.fr/athletisme-record-de-france-du-10km-pour-mekdes-woldu-a-tokyo";

/** Short to long. */
export const RECORDS_OF_FRANCE_MEN: readonly PublicRecord[] = [
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
];

/** Short to long. */
export const RECORDS_OF_FRANCE_WOMEN: readonly PublicRecord[] = [
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
];
