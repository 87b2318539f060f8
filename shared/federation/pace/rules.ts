/**
 * When a request may be sent to the federation's site: one pace, a number of seats, pauses,
 * visitors before the crawl. Pure rules over one small state, which all processes of an
 * installation share.
 *
 * All moments are milliseconds since 1970, by the clock of the store that keeps the state.
 */
import { z } from "zod";

/** Who waits for a page: a visitor, or the crawl. Visitors go first. */
export type Priority = "interactive" | "crawl";

/** A request whose answer is being read. */
const Seat = z.object({
  /** Names the request. */
  holder: z.string(),
  /** When the seat is free again unless the holder renews it: its process may have died. */
  until: z.number(),
  /** Whether this request is the trial after a pause for failures. */
  isTrial: z.boolean(),
});

/** What all processes share. */
export const PaceState = z.object({
  /** When the latest request was sent, and the interval after it, ms. */
  lastStart: z.number(),
  lastInterval: z.number(),
  /** Until this moment nothing is sent: the site asked for a pause, or kept failing. */
  pausedUntil: z.number(),
  /** Whether the pause is for failures: a single trial request follows it. */
  isFailing: z.boolean(),
  /** How long the site is left alone the next time it keeps failing, ms. */
  nextCooldown: z.number().nullable(),
  /** Latest outcomes, oldest first: `+` an answer, `-` a failure. */
  outcomes: z.string(),
  /** A visitor waits: until this moment the crawl gives way. */
  visitorUntil: z.number(),
  /** Requests that visitors may still cause, counted at a moment. */
  allowance: z.object({ requests: z.number(), at: z.number() }).nullable(),
  seats: z.array(Seat),
});
export type PaceState = z.output<typeof PaceState>;

/** Nothing was ever sent. */
export const UNUSED_PACE: PaceState = {
  lastStart: 0,
  lastInterval: 0,
  pausedUntil: 0,
  isFailing: false,
  nextCooldown: null,
  outcomes: "",
  visitorUntil: 0,
  allowance: null,
  seats: [],
};

/** A request that wants to be sent. */
export interface SeatRequest {
  holder: string;
  priority: Priority;
  /** Least time between the starts of two requests, ms; 0 = no limit. */
  interval: number;
  /** Added to the interval this time, ms, so that requests of two processes never come closer. */
  margin: number;
  /** Requests at once. */
  seats: number;
  /** How long the seat is kept unless renewed, ms. */
  lease: number;
  /** Requests a minute that visitors may cause; 0 = no limit. */
  visitorsPerMinute: number;
}

/** Whether a request may be sent now, and if not, why and when to ask again. */
export type Admission =
  | { isAdmitted: true; isTrial: boolean }
  | {
    isAdmitted: false;
    reason: "pause" | "allowance" | "pace" | "seats" | "visitor";
    /** Milliseconds until that may change; Infinity = when a request under way ends. */
    wait: number;
  };

/** The outcome of a request. */
export type Outcome =
  /** The site answered properly, a missing page included. */
  | "answered"
  /** A failure that may pass. */
  | "failed"
  /** It refuses us. */
  | "refused"
  /** The request was given up before the site answered. */
  | "given-up";

/**
 * How long a waiting visitor keeps the crawl back unless it asks again, ms: a few polls of a
 * process.
 */
const VISITOR_WAITS = 1000;
/** Failures in a row after which the site is left alone. */
const IN_A_ROW = 5;
/** Number of latest outcomes that count, and how many failures among them are too many. */
const WINDOW = 20;
const IN_WINDOW = 12;
/** Longest time the site is left alone for its failures, ms. */
const LONGEST_COOLDOWN = 600_000;
/** Longest pause that is believed, ms: a longer one comes from a clock that was set back. */
const LONGEST_PAUSE = 3_600_000;

/** Decides whether a request may be sent now; it then holds a seat until {@link releaseSeat}. */
export function acquireSeat(
  before: PaceState,
  now: number,
  request: SeatRequest,
): [PaceState, Admission] {
  const { holder, priority, interval, margin, lease } = request;
  const state = withoutThePast(before, now);
  const isVisitor = priority === "interactive";
  const refuse = (
    reason: Extract<Admission, { isAdmitted: false }>["reason"],
    wait: number,
  ): [PaceState, Admission] => {
    // Only a visitor who waits for the interval: during a pause the crawl need not give way.
    const keepsCrawlBack = isVisitor && (reason === "pace" || reason === "seats");
    return [
      keepsCrawlBack ? { ...state, visitorUntil: now + VISITOR_WAITS } : state,
      { isAdmitted: false, reason, wait },
    ];
  };
  if (state.pausedUntil > now) return refuse("pause", state.pausedUntil - now);
  const allowance = isVisitor ? refill(state.allowance, now, request.visitorsPerMinute) : null;
  if (allowance !== null && allowance.requests < 1) {
    return refuse("allowance", (1 - allowance.requests) * 60_000 / request.visitorsPerMinute);
  }
  if (!isVisitor && state.visitorUntil > now) return refuse("visitor", state.visitorUntil - now);
  if (state.isFailing && state.seats.some(({ isTrial }) => isTrial)) {
    return refuse("seats", Infinity);
  }
  if (state.seats.length >= seatsFor(request)) return refuse("seats", Infinity);
  // Another process may use a longer or a shorter interval.
  const nextStart = state.lastStart + Math.max(state.lastInterval, interval);
  if (nextStart > now) return refuse("pace", nextStart - now);
  const seat = { holder, until: now + lease, isTrial: state.isFailing };
  return [
    {
      ...state,
      lastStart: now,
      lastInterval: interval + margin,
      visitorUntil: isVisitor ? 0 : state.visitorUntil,
      seats: [...state.seats, seat],
      allowance: allowance === null
        ? state.allowance
        : { requests: allowance.requests - 1, at: allowance.at },
    },
    { isAdmitted: true, isTrial: seat.isTrial },
  ];
}

/**
 * Number of seats open to a request. With a rate, one is kept for visitors: a crawl of slow pages
 * must not keep them waiting.
 */
function seatsFor({ priority, seats, interval }: SeatRequest): number {
  return priority === "crawl" && interval > 0 ? Math.max(1, seats - 1) : seats;
}

/** Refills the allowance of visitors as time passes. */
function refill(
  allowance: PaceState["allowance"],
  now: number,
  perMinute: number,
): PaceState["allowance"] {
  if (perMinute === 0) return null;
  if (allowance === null) return { requests: perMinute, at: now };
  // A clock that was set back neither adds nor removes requests.
  const minutes = Math.max(0, now - allowance.at) / 60_000;
  return { requests: Math.min(perMinute, allowance.requests + minutes * perMinute), at: now };
}

/** Records the outcome of a request, and frees its seat. */
export function releaseSeat(
  state: PaceState,
  now: number,
  { holder, outcome, retryAfter, cooldown }: {
    holder: string;
    outcome: Outcome;
    /** The pause the site asked for, ms; null = none. */
    retryAfter: number | null;
    /** How long the site is left alone the first time it keeps failing, ms. */
    cooldown: number;
  },
): PaceState {
  // A request that lost its seat for being late says nothing about the site.
  const isTrial = state.seats.some((seat) => seat.holder === holder && seat.isTrial);
  const seats = state.seats.filter((seat) => seat.holder !== holder);
  const after = noteOutcome({ ...state, seats }, now, { outcome, isTrial, cooldown });
  return retryAfter === null ? after : pause(after, now, retryAfter);
}

function noteOutcome(
  state: PaceState,
  now: number,
  { outcome, isTrial, cooldown }: { outcome: Outcome; isTrial: boolean; cooldown: number },
): PaceState {
  switch (outcome) {
    case "given-up":
      return state;
    case "refused":
      return leaveAlone(state, now, cooldown);
    case "answered": {
      const noted = { ...state, outcomes: `${state.outcomes}+`.slice(-WINDOW) };
      return isTrial ? { ...noted, isFailing: false, nextCooldown: null } : noted;
    }
    case "failed": {
      // An answer to a request from before the pause says nothing new.
      if (state.isFailing && !isTrial) return state;
      const outcomes = `${state.outcomes}-`.slice(-WINDOW);
      const isTooMuch = isTrial || outcomes.endsWith("-".repeat(IN_A_ROW)) ||
        outcomes.replaceAll("+", "").length >= IN_WINDOW;
      return isTooMuch ? leaveAlone(state, now, cooldown) : { ...state, outcomes };
    }
  }
}

/** Pauses for a failing site, twice as long each time. */
function leaveAlone(state: PaceState, now: number, cooldown: number): PaceState {
  const length = state.nextCooldown ?? cooldown;
  return {
    ...pause(state, now, length),
    isFailing: true,
    nextCooldown: Math.min(length * 2, LONGEST_COOLDOWN),
    outcomes: "",
  };
}

/** Lets nobody send for the given time, ms. */
export function pause(state: PaceState, now: number, ms: number): PaceState {
  return { ...state, pausedUntil: Math.max(state.pausedUntil, now + ms) };
}

/** Extends a seat by another lease; returns the same state where the seat is lost. */
export function renewSeat(state: PaceState, now: number, holder: string, lease: number): PaceState {
  if (!state.seats.some((seat) => seat.holder === holder)) return state;
  const seats = state.seats.map((seat) =>
    seat.holder === holder ? { ...seat, until: now + lease } : seat
  );
  return { ...state, seats };
}

/** Moves the latest start forward, for a request that was sent later than it was admitted. */
export function moveStart(state: PaceState, now: number): PaceState {
  return { ...state, lastStart: Math.max(state.lastStart, now) };
}

/**
 * The state without expired seats, and without moments in the future, which come from a clock that
 * was set back.
 */
function withoutThePast(state: PaceState, now: number): PaceState {
  const seats = state.seats.filter(({ until }) => until > now);
  const lastStart = Math.min(state.lastStart, now);
  const pausedUntil = Math.min(state.pausedUntil, now + LONGEST_PAUSE);
  const isSame = seats.length === state.seats.length && lastStart === state.lastStart &&
    pausedUntil === state.pausedUntil;
  return isSame ? state : { ...state, seats, lastStart, pausedUntil };
}
