/** Texts that say nothing about a person and stay: labels, codes, marks, dates of competitions. */
import { EVENTS, findEvent } from "@mypacer/shared/domain/results/discipline.ts";
import { LEAGUES } from "@mypacer/shared/domain/people/league.ts";
import { LEVELS } from "@mypacer/shared/domain/results/level.ts";
import { parseMark } from "@mypacer/shared/domain/measure/mark_text.ts";
import { normalizeSpaces } from "@mypacer/shared/federation/html.ts";
import { isKnownValue } from "../reading/vocabulary.ts";

/** Whole texts of the site's pages, as published. */
const TEXTS = new Set(
  `Accueil|Actualités|Annuaire|Année|Athlètes|Athlète|Athletes|Bilans|Calendrier|Cat.|Categorie|Catégorie|
Catégorie / Nationalité :|Champion|Club|Club :|Clubs|Compétitions|Confidentialité|Connexion|Contact|Date|Entraîneur :|Entraîneur(s) :|Dép.|Départemental|
Epreuve|Épreuve|Erreur|Infos|International|Interrégional|Lieu|Lig./Dpt.|Ligue|Ligue / Département :|
Meilleures performances par saison|Mentions légales|N° de club|N° de licence :|National|Né(e) en :|Né(e) le :|Niveau|Nom|
Perf|Perf.|Performance|Performances|Place|Podiums|Points|Profil|Qualification|Rang|Recherche|Rechercher|
Rechercher un athlète|Records|Records personnels|Régional|Résultat|Résultats|Résultats de votre recherche|
Résultats par année|Saison|Sélections|Sexe|Taille / poids :|Tour|Type|Vent|Ville|cliquez pour le détail|Menu principal|
Une erreur est survenue|Code Processing Error|FFA|Fédération Française d'Athlétisme|athle.fr|
Site en maintenance|Just a moment...|Access denied|Service Unavailable|Veuillez préciser vos critères de recherche.`
    .split("|").map(normalizeSpaces),
);

/** Words of which labels of events are made, beside units and categories. */
const EVENT_WORDS = new Set([
  ...EVENTS.flatMap(({ label }) => label.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []),
  ..."heure heures mile miles marche steeple haies relais medley mixte ekiden court long masculin féminin feminin bm"
    .split(" "),
]);
const CATEGORY = /^(?:BB|EA|PO|BE|MI|CA|JU|ES|SE|MA|VE|TC|[MV]\d{1,2})(?:[MFX])?$/;

/** Digits as they stand in counts: up to four, or groups of three. */
const NUMBER = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,4})`;
/** Words that stand in marks: units, notes, and codes of no mark. */
const MARK_WORDS = new Set(
  "h min m km cm s p pt pts points rp i f q qi qe nc nq dnf dns dq dsq ab abd np nm ncl pm x el hc"
    .split(" "),
);
const FORMS: readonly RegExp[] = [
  /^[^\p{L}\p{N}]*$/u,
  new RegExp(`^${NUMBER}$`),
  // Marks of any form, also of one that is not read: figures and their signs alone.
  /^(?!.*\d{4})(?=.*[\dh]['"h])[\dh'":.,]{2,16}$/,
  /^(?:HC|NC)$/,
  /^[+-]\d{1,2}(?:[.,]\d{1,2})?$/,
  /^\d{1,2}\/\d{1,2}$/,
  // Places within a race, `178 (163M - 86SE)`, and how many entries a list has.
  /^\d{1,5} \(\d{1,5}(?:[MFX]|[A-Z]{2}[MFX]?|M\d{1,2}[MFX]?)(?: - \d{1,5}(?:[A-Z]{2}|M\d{1,2})[MFX]?)?\)$/,
  new RegExp(`^${NUMBER} résultats?$`),
  /^Page > \d{1,4}\/\d{1,4} <$/,
  /^(?:Saison|Année) : \d{0,4}$/,
  /^\(\d{1,4} ?pts?\.?\)$/,
  /^(?:I[AB]|N\d|R\d|D\d) \(\d{1,4} pts?\)$/,
  /^TR \d{1,2}(?:\.\d{1,2})*$/,
  /^[MFX]$/,
  /^[MFX] ?\/ ?[MFX]?$/,
  /^- ?\/ ?-$/,
];

const DATE = /^\d{1,2}(?:er)? (\p{L}[\p{L}\p{M}]*\.?)(?: \d{4})?$/u;
const FULL_DATE = /^\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})$/;
const CATEGORIES =
  /^(?:MA ?\((M\d{1,2})\)|([A-Z]{2}[MFX]?|[MV]\d{1,2}[MFX]?|-))(?: ?\/ ?[MFX-](?: ?\/ ?(?:[A-Z]{3}|-))?)?$/;
const TERRITORY = /^([A-Z](?:[A-Z]{2}|-[A-Z]))(?: ?\/ ?(?:\d{3}|02[AB]))?$/;
const ROUND = /^[\p{L}.\- ']{1,30}(?: ?\d{1,2})?$/u;
const ROUND_WORDS = new Set(
  "finale final finales demi quart de serie série cross course stade h hors qualification qualifications barrage tour manche poule concours"
    .split(" "),
);

/** Where a text stands: what it may be follows from it. */
export type TextPlace =
  /** Alone in a cell of a table: a full date is one of a competition. */
  | "cell"
  /** In a heading, link or attribute, where names stand: three capitals are no country there. */
  | "heading"
  | "elsewhere";

/** Whether a text as a whole says nothing about a person. */
export function isSafeText(text: string, place: TextPlace): boolean {
  const plain = normalizeSpaces(text);
  if (TEXTS.has(plain) || FORMS.some((form) => form.test(plain))) return true;
  if (place === "heading") return false;
  if (FULL_DATE.test(plain)) return place === "cell";
  const month = DATE.exec(plain)?.[1];
  if (month !== undefined && isKnownValue({ kind: "month", value: month })) return true;
  return isCode(plain) || isMark(plain) || isEventLabel(plain) || isRound(plain);
}

function isCode(text: string): boolean {
  if (LEVELS.includes(text) || isCountry(text) && text === text.toUpperCase()) return true;
  const territory = TERRITORY.exec(text);
  if (territory !== null && LEAGUES.includes(territory[1] ?? "")) return true;
  const categories = CATEGORIES.exec(text);
  const code = categories?.[1] ?? categories?.[2] ?? "";
  return code === "-" || CATEGORY.test(code);
}

/** A mark, alone or behind a place, of nothing but figures, units and notes. */
function isMark(text: string): boolean {
  const mark = text.replace(/^(?:\d{1,5}\.\s*|-\.?\s+)/, "");
  const words = mark.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (/\d{5}/.test(mark) || !words.every((word) => MARK_WORDS.has(word))) return false;
  try {
    parseMark(mark);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A label of an event, of words that events are called by: not the name of a race. */
function isEventLabel(text: string): boolean {
  if (text.length > 60 || findEvent(text) === null) return false;
  const [label = "", category] = text.split(" / ");
  if (category !== undefined && !CATEGORY.test(category.toUpperCase())) return false;
  const words = label.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.every((word) => EVENT_WORDS.has(word)) && !/\d{6}/.test(label);
}

function isRound(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return ROUND.test(text) && words.length > 0 && !/\p{Lu}{2}/u.test(text) &&
    words.every((word) => ROUND_WORDS.has(word));
}

/** Codes of countries, as federations of athletics are called. Source: World Athletics, 2024. */
const COUNTRIES = new Set(
  `AFG AHO AIA ALB ALG AND ANG ANT ARG ARM ART ARU ASA AUS AUT AZE BAH BAN BAR BDI BEL BEN BER BHU BIH BIZ BLR BOL BOT BRA
BRN BRU BUL BUR CAF CAM CAN CAY CGO CHA CHI CHN CIV CMR COD COK COL COM CPV CRC CRO CUB CYP CZE DEN DJI DMA DOM ECU EGY
ERI ESA ESP EST ETH FIJ FIN FRA FSM GAB GAM GBR GBS GEO GEQ GER GHA GIB GRE GRN GUA GUI GUM GUY HAI HKG HON HUN INA IND
IRI IRL IRQ ISL ISR ISV ITA IVB JAM JOR JPN KAZ KEN KGZ KIR KOR KOS KSA KUW LAO LAT LBA LBN LBR LCA LES LIE LTU LUX MAC
MAD MAR MAS MAW MDA MDV MEX MGL MHL MKD MLI MLT MNE MON MOZ MRI MSR MTN MYA NAM NCA NED NEP NFI NGR NIG NMI NOR NRU NZL
OMA PAK PAN PAR PER PHI PLE PLW PNG POL POR PRK PUR PYF QAT ROU RSA RUS RWA SAM SEN SEY SGP SKN SLE SLO SMR SOL SOM SRB
SRI SSD STP SUD SUI SUR SVK SWE SWZ SYR TAN TGA THA TJK TKM TKS TLS TOG TPE TTO TUN TUR TUV UAE UGA UKR URU USA UZB VAN
VEN VIE VIN YEM ZAM ZIM`.split(/\s+/),
);

/** Whether it is the code of a country, whatever its case. */
export function isCountry(code: string): boolean {
  return COUNTRIES.has(code.toUpperCase());
}
