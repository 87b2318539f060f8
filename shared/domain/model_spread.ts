/**
 * How far real runners end from what a model says: the ends that go with its figure. A formula of one or two results has
 * no interval of its own; this one is what races showed.
 */
import type { Estimate, ExtendedReason, TimeRange } from "./estimate.ts";
import { holdToHuman } from "./human_limits.ts";
import { HALF_MARATHON, MARATHON } from "./official_lengths.ts";

/** Two races over one distance differ by so much already, as a share of the time. */
const BASE = 0.04;
/** What each e-fold of the distance adds on the side where people fade, up to one. */
const PER_DISTANCE = 0.13;
/** What the second half of a marathon adds to that. */
const BEYOND_HALF = 0.12;
/** How much wider an interval gets where the model is carried beyond what it was made for. */
const EXTENDED = 1.5;

/** Shares by which races are faster and slower than a model said. */
export interface Spread {
  faster: number;
  slower: number;
}

/** The usual spread of a model from one distance to another, m. */
export function usualSpread(from: number, to: number): Spread {
  const way = Math.log(to / from);
  const beyond = Math.log(Math.max(to, from, HALF_MARATHON) / HALF_MARATHON) /
    Math.log(MARATHON / HALF_MARATHON);
  const fade = BASE + PER_DISTANCE * Math.min(1, Math.abs(way)) +
    (way === 0 ? 0 : BEYOND_HALF * Math.min(1, beyond) * Math.min(1, Math.abs(way)));
  // Towards longer distances people fade; towards shorter ones the long race was the faded one.
  return way >= 0 ? { faster: BASE, slower: fade } : { faster: fade, slower: BASE };
}

/**
 * A model's figure with its ends, held to what is human.
 *
 * @param distance Meters.
 * @param figure The time, s; the spread that goes with it; whether it lies beyond what the model was made for.
 */
export function withSpread(
  distance: number,
  { time, spread: { faster, slower }, extended }: {
    time: number;
    spread: Spread;
    extended: ExtendedReason | null;
  },
): Estimate<TimeRange> {
  const wider = extended === null ? 1 : EXTENDED;
  return holdToHuman(distance, {
    time,
    fastest: time * (1 - wider * faster),
    slowest: time * (1 + wider * slower),
    extended,
  });
}
