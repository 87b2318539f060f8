import { type AthleticsEvent, EVENTS } from "@mypacer/shared/domain/results/discipline.ts";
import { draw, drawOne } from "../chance/draw.ts";
import type { Sex } from "../names/given_names.ts";
import { findStandard, type Standard } from "./standards.ts";

/** What a person mainly does. */
export type Specialty = "sprint" | "middle" | "long" | "jump" | "throw" | "walk" | "combined";

/** Who takes part in events: the person's key and what narrows the choice. */
export type Entrant = {
  key: number;
  sex: Sex;
  specialty: Specialty;
  /** The known person has a result in every usual running event. */
  runsEverything: boolean;
};

/** What draws about one person are for: another number for each keeps them apart. */
const PURPOSE = {
  specialty: 401,
  unmeasuredRace: 450,
  event: 500,
} as const;

/** From this season on, indoor ovals are called « Piste Courte »; before, « Salle ». */
const SHORT_TRACK_SINCE = 2024;
/** Longest indoor race without a bend, in meters. */
const STRAIGHT = 60;

/** How usual a running event is among those whose specialty it is: 0 to 1; others are rare. */
const USUAL: Record<string, number> = {
  "track 50": 0.5,
  "track 60": 0.15,
  "track 80": 0.35,
  "track 100": 0.85,
  "track 150": 0.1,
  "track 200": 0.7,
  "track 300": 0.2,
  "track 400": 0.6,
  "track 800": 0.75,
  "track 1000": 0.6,
  "track 1500": 0.7,
  "track 1609.344": 0.08,
  "track 2000": 0.15,
  "track 3000": 0.5,
  "track 5000": 0.5,
  "track 10000": 0.2,
  "short-track 50": 0.3,
  "short-track 60": 0.6,
  "short-track 200": 0.35,
  "short-track 400": 0.35,
  "short-track 800": 0.4,
  "short-track 1000": 0.1,
  "short-track 1500": 0.4,
  "short-track 1609.344": 0.04,
  "short-track 3000": 0.25,
  "short-track 5000": 0.04,
  "road 5000": 0.7,
  "road 10000": 0.85,
  "road 15000": 0.15,
  "road 20000": 0.15,
  "road 21097.5": 0.6,
  "road 30000": 0.04,
  "road 42195": 0.35,
  "road 100000": 0.03,
};
/** A running event that is not in {@link USUAL}, and an event outside the person's specialty. */
const UNUSUAL = 0.03;
const OUTSIDE = 0.02;
/** An event other than running that belongs to the specialty. */
const OWN_FIELD = 0.4;
/** A relay, for whoever runs. */
const RELAY = 0.05;

/** Distances in meters that belong to a running specialty. */
const REACH: Record<"sprint" | "middle" | "long", readonly [number, number]> = {
  sprint: [50, 400],
  middle: [400, 5000],
  long: [1500, 100_000],
};
/** Ages by longest distance, in meters: children run short, and nobody is asked for everything. */
const AGE_LIMITS: readonly [distance: number, ages: readonly [number, number]][] = [
  [60, [5, 80]],
  [80, [7, 15]],
  [600, [10, 85]],
  [1000, [7, 85]],
  [2000, [12, 85]],
  [3000, [14, 85]],
  [10_000, [16, 85]],
  [30_000, [18, 80]],
  [50_000, [20, 80]],
  [Infinity, [22, 72]],
];

/** The same event as « 1 000m Piste Courte » under another label, which is rare. */
const OTHER_SPELLING = "1000m Piste Courte";

/** Ages in years that compete in a running event over a distance in meters. */
function competingAges(distance: number): readonly [number, number] {
  return AGE_LIMITS.find(([longest]) => distance <= longest)?.[1] ?? [22, 72];
}

/**
 * Draws what a person mainly does: 9 % jump, 6 % throw, 1.5 % walk, 2 % do combined events. The
 * others run, the longer the more endurance they have.
 */
export function drawSpecialty(key: number, endurance: number): Specialty {
  const kind = draw(key, PURPOSE.specialty);
  if (kind < 0.09) return "jump";
  if (kind < 0.15) return "throw";
  if (kind < 0.165) return "walk";
  if (kind < 0.185) return "combined";
  if (endurance < -0.018) return "sprint";
  return endurance < -0.002 ? "middle" : "long";
}

/** An event as this simulator knows it. */
export type ProgrammeEvent = {
  event: AthleticsEvent;
  /** Place among all events, in the order of the records tab. */
  place: number;
  /** How usual it is among runners of its reach; 0 for other events. */
  usual: number;
  /** World's best level and who competes; null for plain running. */
  standard: Standard | null;
  /** Ages that compete, by sex; null where that sex does not. */
  ages: Standard["ages"];
};

/** How likely it is that a person has a record in an event: 0 to 1. */
function likelihood({ event, usual }: ProgrammeEvent, entrant: Entrant): number {
  const { discipline, label } = event;
  const { specialty, runsEverything } = entrant;
  const distance = event.distance ?? 0;
  if (label === OTHER_SPELLING) return runsEverything ? 0 : 0.01;
  if (runsEverything) return usual > UNUSUAL ? 1 : 0;
  if (event.isRunning) {
    if (specialty === "sprint" || specialty === "middle" || specialty === "long") {
      const [shortest, longest] = REACH[specialty];
      return distance >= shortest && distance <= longest ? usual : OUTSIDE * Math.sqrt(usual);
    }
    return specialty === "combined" && distance <= 1500 ? usual / 2 : OUTSIDE;
  }
  switch (discipline) {
    case "hurdles": {
      if (specialty === "combined") return OWN_FIELD;
      const own = distance < 1500 ? specialty === "sprint" : specialty === "middle";
      return own ? OWN_FIELD / 3 : OUTSIDE;
    }
    case "walk":
      return specialty === "walk" ? OWN_FIELD : 0.003;
    case "relay":
      return RELAY;
    case "combined":
      return specialty === "combined" ? OWN_FIELD * 2 : 0.01;
    case "field": {
      const jump = /^(Hauteur|Perche|Longueur|Triple)/.test(label);
      const own = specialty === "combined" || specialty === (jump ? "jump" : "throw");
      return own ? OWN_FIELD : OUTSIDE;
    }
    default:
      return specialty === "long" ? 0.01 : 0;
  }
}

/** Whether an indoor label is the one of its time: both stand in the list of events. */
function isOldIndoorLabel({ discipline, distance, label }: AthleticsEvent): boolean {
  return discipline === "short-track" && (distance ?? 0) > STRAIGHT && label.includes("Salle");
}

/**
 * An event of the youngest with few points, `87`, which the site gives beside those of the list.
 */
const TRIATHLON: AthleticsEvent = {
  label: "Triathlon BM",
  discipline: "combined",
  distance: null,
  isRunning: false,
  measures: "points",
};

/** Place of each discipline in the records tab; the short track goes with the track. */
const ORDER = ["track", "road", "hurdles", "walk", "relay", "field", "combined"];

function rank({ discipline, distance }: AthleticsEvent): number {
  const group = ORDER.indexOf(discipline === "short-track" ? "track" : discipline);
  return group * 1e6 + (distance ?? 0);
}

/**
 * All events that give records, in the order of the records tab. Indoor ovals come once, under
 * their present name; {@link labelIn} gives the name of the season. Cross, trail and unmeasured
 * races give results only.
 */
const PROGRAMME: readonly ProgrammeEvent[] = [
  ...EVENTS.filter(({ label }) => label !== TRIATHLON.label),
  TRIATHLON,
]
  .filter((event) => !isOldIndoorLabel(event))
  .filter(({ discipline }) => !["cross", "trail", "other"].includes(discipline))
  .toSorted((a, b) => rank(a) - rank(b))
  .flatMap((event, place) => {
    const { discipline, distance, label, isRunning } = event;
    const standard = isRunning ? null : findStandard(label, distance);
    if (!isRunning && standard === null) return [];
    const usual = isRunning ? USUAL[`${discipline} ${distance}`] ?? UNUSUAL : 0;
    const runners = competingAges(distance ?? 0);
    return [{ event, place, usual, standard, ages: standard?.ages ?? { M: runners, F: runners } }];
  });

/** The events in which a person holds a record if they are of the age, in the order of the tab. */
export function drawEvents(entrant: Entrant): ProgrammeEvent[] {
  return PROGRAMME.filter((entry) =>
    entry.ages[entrant.sex] !== null &&
    draw(entrant.key, PURPOSE.event + entry.place) < likelihood(entry, entrant)
  );
}

/** Labels of before {@link SHORT_TRACK_SINCE} by present label. */
const OLD_LABELS = new Map(
  EVENTS.filter(isOldIndoorLabel).flatMap((old) =>
    EVENTS
      .filter(({ discipline, distance, label }) =>
        discipline === old.discipline && distance === old.distance &&
        !label.includes("Salle") && label !== OTHER_SPELLING
      )
      .map(({ label }): [string, AthleticsEvent] => [label, old])
  ),
);

/** An event under the label it had in a season. */
export function labelIn(event: AthleticsEvent, season: number): AthleticsEvent {
  return season < SHORT_TRACK_SINCE ? OLD_LABELS.get(event.label) ?? event : event;
}

const UNMEASURED = EVENTS.filter(({ discipline, label }) =>
  discipline === "cross" || discipline === "trail" || label === "Course HS non officielle"
);

/** A cross, trail or unmeasured race: free text, mostly with the category behind. */
export function drawUnmeasured(key: number, category: string): string {
  const { label } = drawOne(key, PURPOSE.unmeasuredRace, UNMEASURED);
  return label.includes("/") ? label : `${label} / ${category}`;
}
