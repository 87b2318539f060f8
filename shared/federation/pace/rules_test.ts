import { assertEquals } from "@std/assert";
import {
  acquireSeat,
  moveStart,
  type Outcome,
  pause,
  releaseSeat,
  renewSeat,
  type SeatRequest,
  UNUSED_PACE,
} from "./rules.ts";

const START = 1_800_000_000_000;
const COOLDOWN = 30_000;

/** A pace in which time passes when a test says so. */
class Pace {
  state = UNUSED_PACE;
  now = START;
  #requests = 0;

  /** Asks for a seat; a number is the milliseconds to wait, a text the seat's holder. */
  ask(request: Partial<SeatRequest> = {}): string | [string, number] {
    const holder = `request ${++this.#requests}`;
    const [state, admission] = acquireSeat(this.state, this.now, {
      holder,
      priority: "crawl",
      interval: 1000,
      margin: 100,
      seats: 2,
      lease: 6000,
      visitorsPerMinute: 0,
      ...request,
    });
    this.state = state;
    return admission.isAdmitted ? holder : [admission.reason, admission.wait];
  }

  releaseSeat(
    holder: string | [string, number],
    outcome: Outcome,
    retryAfter: number | null = null,
  ) {
    this.state = releaseSeat(this.state, this.now, {
      holder: String(holder),
      outcome,
      retryAfter,
      cooldown: COOLDOWN,
    });
  }

  /** One request from beginning to end. */
  send(outcome: Outcome, retryAfter: number | null = null) {
    this.releaseSeat(this.ask({ interval: 0, margin: 0 }), outcome, retryAfter);
  }
}

Deno.test("acquireSeat() keeps requests apart by the interval and its margin, whoever sends them", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask(), "answered");
  assertEquals(pace.ask(), ["pace", 1100]);
  pace.now += 1099;
  assertEquals(pace.ask({ priority: "interactive" }), ["pace", 1]);
  pace.now += 1;
  assertEquals(pace.ask({ priority: "interactive" }), "request 4");
});

Deno.test("acquireSeat() keeps to the longer interval where processes know different ones", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask({ interval: 10_000, margin: 0 }), "answered");
  pace.now += 5000;
  assertEquals(pace.ask({ interval: 1000, margin: 0 }), ["pace", 5000]);
  pace.now += 5000;
  pace.releaseSeat(pace.ask({ interval: 1000, margin: 0 }), "answered");
  assertEquals(pace.ask({ interval: 10_000, margin: 0 }), ["pace", 10_000]);
});

Deno.test("acquireSeat() has two seats, of which a crawl with a rate takes one", () => {
  const pace = new Pace();
  const first = pace.ask();
  pace.now += 2000;
  assertEquals(pace.ask(), ["seats", Infinity]);
  assertEquals(pace.ask({ priority: "interactive" }), "request 3");
  pace.now += 2000;
  assertEquals(pace.ask({ priority: "interactive" }), ["seats", Infinity]);
  pace.releaseSeat(first, "answered");
  assertEquals(pace.ask({ priority: "interactive" }), "request 5");
});

Deno.test("acquireSeat() gives both seats to a crawl without a rate", () => {
  const pace = new Pace();
  const answers = [1, 2, 3].map(() => pace.ask({ interval: 0, margin: 0 }));
  assertEquals(answers, ["request 1", "request 2", ["seats", Infinity]]);
});

Deno.test("acquireSeat() frees the seat of a process that died once its lease is over", () => {
  const pace = new Pace();
  pace.ask();
  pace.now += 5999;
  assertEquals(pace.ask(), ["seats", Infinity]);
  pace.now += 1;
  assertEquals(pace.ask(), "request 3");
});

Deno.test("renewSeat() keeps a seat for another lease, and no seat that is not there", () => {
  const pace = new Pace();
  pace.ask();
  pace.now += 5000;
  pace.state = renewSeat(pace.state, pace.now, "request 1", 6000);
  pace.now += 5999;
  assertEquals(pace.ask(), ["seats", Infinity]);
  pace.now += 1;
  assertEquals(pace.ask(), "request 3");
  assertEquals(renewSeat(pace.state, pace.now, "request 1", 6000), pace.state);
});

Deno.test("acquireSeat() makes the crawl stand back while a visitor waits, and no longer", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask(), "answered");
  pace.now += 1000;
  assertEquals(pace.ask({ priority: "interactive" }), ["pace", 100]);
  pace.now += 100;
  assertEquals(pace.ask(), ["visitor", 900]);
  pace.releaseSeat(pace.ask({ priority: "interactive" }), "answered");
  pace.now += 1100;
  assertEquals(pace.ask(), "request 5");
});

Deno.test("acquireSeat() lets the crawl go on when the visitor has given up", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask(), "answered");
  assertEquals(pace.ask({ priority: "interactive" }), ["pace", 1100]);
  pace.now += 1100;
  assertEquals(pace.ask(), "request 3");
});

Deno.test("acquireSeat() bounds what visitors cause a minute, the crawl not", () => {
  const pace = new Pace();
  const visitor = {
    priority: "interactive",
    visitorsPerMinute: 2,
    interval: 0,
    margin: 0,
  } as const;
  for (let count = 0; count < 2; count++) pace.releaseSeat(pace.ask(visitor), "answered");
  assertEquals(pace.ask(visitor), ["allowance", 30_000]);
  pace.releaseSeat(pace.ask({ interval: 0 }), "answered");
  pace.now += 15_000;
  assertEquals(pace.ask(visitor), ["allowance", 15_000]);
  pace.now += 15_000;
  pace.releaseSeat(pace.ask(visitor), "answered");
  pace.now += 3_600_000;
  // An hour without visitors brings no more than a minute's worth.
  for (let count = 0; count < 2; count++) pace.releaseSeat(pace.ask(visitor), "answered");
  assertEquals(pace.ask(visitor), ["allowance", 30_000]);
});

Deno.test("releaseSeat() makes everybody wait as long as the site asks for", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask(), "failed", 7000);
  pace.now += 2000;
  assertEquals(pace.ask(), ["pause", 5000]);
  assertEquals(pace.ask({ priority: "interactive" }), ["pause", 5000]);
  // A shorter pause does not end a longer one.
  pace.state = pause(pace.state, pace.now, 1000);
  pace.now += 5000;
  assertEquals(pace.ask(), "request 4");
});

Deno.test("releaseSeat() leaves the site alone after five failures in a row", () => {
  const pace = new Pace();
  for (let count = 0; count < 4; count++) pace.send("failed");
  pace.send("answered");
  for (let count = 0; count < 4; count++) pace.send("failed");
  assertEquals(pace.state.isFailing, false);
  pace.send("failed");
  assertEquals([pace.state.isFailing, pace.ask()], [true, ["pause", 30_000]]);
});

Deno.test("releaseSeat() leaves the site alone when twelve of the last twenty failed", () => {
  const pace = new Pace();
  for (let count = 0; count < 5; count++) {
    pace.send("failed");
    pace.send("failed");
    pace.send("answered");
  }
  pace.send("failed");
  assertEquals(pace.state.isFailing, false);
  pace.send("failed");
  assertEquals(pace.state.isFailing, true);
});

Deno.test("acquireSeat() lets one request try a site that was left alone; its answer ends the matter", () => {
  const pace = new Pace();
  pace.send("refused");
  pace.now += 30_000;
  const trial = pace.ask({ interval: 0, margin: 0 });
  assertEquals([trial, pace.ask({ interval: 0 })], ["request 2", ["seats", Infinity]]);
  pace.releaseSeat(trial, "answered");
  assertEquals([pace.state.isFailing, pace.ask({ interval: 0 })], [false, "request 4"]);
});

Deno.test("acquireSeat() lets the next one try when who tried gave up, or died", () => {
  const pace = new Pace();
  pace.send("refused");
  pace.now += 30_000;
  pace.releaseSeat(pace.ask({ interval: 0, margin: 0 }), "given-up");
  assertEquals([pace.ask({ interval: 0, margin: 0 }), pace.state.isFailing], ["request 3", true]);
  pace.now += 6000;
  assertEquals(pace.ask({ interval: 0, margin: 0 }), "request 4");
});

Deno.test("releaseSeat() leaves the site alone twice as long after each try that failed, at most ten minutes", () => {
  const pace = new Pace();
  pace.send("refused");
  const waits = Array.from({ length: 6 }, () => {
    pace.now = pace.state.pausedUntil;
    pace.send("failed");
    return pace.state.pausedUntil - pace.now;
  });
  assertEquals(waits, [60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
  pace.now = pace.state.pausedUntil;
  pace.send("answered");
  pace.send("refused");
  assertEquals(pace.state.pausedUntil - pace.now, 30_000);
});

Deno.test("releaseSeat() takes a late answer to an older request for no news", () => {
  const pace = new Pace();
  const older = pace.ask({ interval: 0, margin: 0 });
  const another = pace.ask({ interval: 0, margin: 0 });
  pace.releaseSeat(older, "refused");
  pace.releaseSeat(another, "failed");
  assertEquals([pace.state.pausedUntil, pace.state.isFailing], [START + 30_000, true]);
});

Deno.test("moveStart() moves the next request on", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask(), "answered");
  pace.now += 300;
  pace.state = moveStart(pace.state, pace.now);
  assertEquals(pace.ask(), ["pace", 1100]);
});

Deno.test("acquireSeat() is not stopped by a clock that was set back", () => {
  const pace = new Pace();
  pace.releaseSeat(pace.ask(), "answered");
  pace.state = pause(pace.state, pace.now, 3_600_000);
  pace.now -= 86_400_000;
  assertEquals(pace.ask(), ["pause", 3_600_000]);
  pace.now += 3_600_000;
  assertEquals(pace.ask(), "request 3");
});
