import type { AthleticsEvent } from "@mypacer/shared/domain/results/discipline.ts";
import { formatMark, type Mark } from "@mypacer/shared/domain/measure/mark.ts";
import { draw, drawWhole } from "../chance/draw.ts";

/** What draws about one mark are for: another number for each keeps them apart. */
const PURPOSE = {
  handTiming: 1,
  wind: 2,
  chipTime: 3,
  wholeSeconds: 4,
  hourSign: 5,
  pointsUnit: 6,
} as const;

/**
 * Share of track races timed by hand, of long ones given in whole seconds, of marks without wind.
 */
const HAND_TIMED = 0.03;
const WHOLE_SECONDS = 0.15;
const WITHOUT_WIND = 0.12;
/** Share of times from half an hour to an hour that are written with an hour sign: `h45'49''8`. */
const WITH_BARE_HOUR = 0.01;
/** Share of points below 1,000 without unit: `87`. */
const WITH_BARE_POINTS = 0.5;
/** Share of road races with a chip time, and the seconds that line up before the start. */
const WITH_CHIP = 0.6;
const QUEUE: [number, number] = [1, 95];
/** Track races from this distance on, in meters, are those sometimes given in whole seconds. */
const LONG = 3000;

/** Whether the wind is measured: sprints up to 200 m, horizontal jumps, outdoors. */
function hasWind({ label, discipline, distance }: AthleticsEvent): boolean {
  if (/Salle|Courte/.test(label)) return false;
  const sprint = (discipline === "track" || discipline === "hurdles") && distance !== null &&
    distance >= 80 && distance <= 200;
  return sprint || /^(Longueur|Triple)/.test(label);
}

/**
 * Puts a performance into the form in which the federation publishes it.
 *
 * @param event In what.
 * @param amount Seconds, meters or points, as the event measures.
 * @param key What the details are drawn from: hand timing, wind, chip time.
 */
export function publishMark(event: AthleticsEvent, amount: number, key: number): Mark {
  const bare = { handTimed: false, wind: null, chipTime: null, flags: [] };
  const wind = hasWind(event) && draw(key, PURPOSE.wind) >= WITHOUT_WIND
    ? drawWhole(key, PURPOSE.wind + 10, [-32, 20]) / 10
    : null;
  if (event.measures === "points") {
    return { ...bare, unit: "points", value: Math.max(1, Math.round(amount)) };
  }
  if (event.measures === "length") {
    return { ...bare, unit: "centimeters", value: Math.max(1, Math.floor(amount * 100)), wind };
  }
  if (event.discipline === "road" || /Marche Route|Ekiden/.test(event.label)) {
    const gun = Math.ceil(amount);
    const late = Math.min(drawWhole(key, PURPOSE.chipTime + 10, QUEUE), Math.floor(gun / 60));
    const chip = event.discipline === "road" && draw(key, PURPOSE.chipTime) < WITH_CHIP && late > 0;
    return {
      ...bare,
      unit: "hundredths",
      value: gun * 100,
      chipTime: chip ? (gun - late) * 100 : null,
    };
  }
  const distance = event.distance ?? 0;
  if (distance <= 5000 && draw(key, PURPOSE.handTiming) < HAND_TIMED) {
    // A hand-timed mark goes to the next longer tenth; no wind is measured where no camera is.
    return { ...bare, unit: "hundredths", value: Math.ceil(amount * 10) * 10, handTimed: true };
  }
  const whole = distance >= LONG && draw(key, PURPOSE.wholeSeconds) < WHOLE_SECONDS;
  const value = whole ? Math.ceil(amount) * 100 : Math.ceil(amount * 100);
  return { ...bare, unit: "hundredths", value, wind };
}

/**
 * Writes a mark as the federation does.
 *
 * @param key What the mark was drawn from: few times under an hour have an hour sign and no hour,
 *   and some points no unit.
 */
export function markText(mark: Mark, key: number): string {
  const text = formatMark(mark, "federation");
  if (
    mark.unit === "points" && mark.value < 1000 && draw(key, PURPOSE.pointsUnit) < WITH_BARE_POINTS
  ) {
    return String(mark.value);
  }
  const isHalfHour = mark.unit === "hundredths" && mark.chipTime === null &&
    mark.value >= 180_000 && mark.value < 360_000;
  return isHalfHour && draw(key, PURPOSE.hourSign) < WITH_BARE_HOUR ? `h${text}` : text;
}
