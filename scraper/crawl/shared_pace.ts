import { connectAlone, type Sql } from "@mypacer/shared/database/connect.ts";
import type { RequestGate } from "@mypacer/shared/federation/client_types.ts";
import { systemClock, wait } from "@mypacer/shared/federation/clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { persistently } from "./persistently.ts";

/** Requests at once, of all scrapers together: each holds one of these seats while it waits for its answer. */
const SEATS = 2;
/** First key of the advisory locks that are the seats: "seat" in ASCII, as a number. */
const SEAT_LOCK = 1936023924;
/** How long a seat is kept between requests that follow one another, ms: then others may take it. */
const KEPT = 100;
/** Longer between two requests than asked, by these shares: two from different machines never crowd. */
const LEAST_JITTER = 0.02;
const JITTER = 0.16;

/** A seat this process holds. */
type Seat = {
  connection: Sql;
  number: number;
  until: number;
  busy: boolean;
  given: boolean;
};

/**
 * One pace for all scrapers that share a database: each request takes the next free moment and one of two
 * seats. A process that dies leaves its seats with its connections.
 *
 * @param site Whose requests are counted together: its origin.
 */
export function createSharedPace(
  sql: Sql,
  { site, log, random = Math.random }: { site: string; log: Logger; random?: () => number },
): RequestGate & { close(): Promise<void> } {
  const seats: Seat[] = [];
  /** Connections that hold no seat at the moment. */
  const spare: Sql[] = [];
  let pausing = Promise.resolve();

  /** A seat of ours that is free, else one that is waited for. */
  async function sit(signal: AbortSignal): Promise<Seat> {
    const free = seats.find(({ busy, until }) => !busy && until > performance.now());
    if (free !== undefined) {
      free.busy = true;
      return free;
    }
    const connection = spare.pop() ?? connectAlone(sql);
    try {
      const number = await persistently(() => takeSeat(connection, seats), { log, signal });
      const until = performance.now() + KEPT;
      const seat = { connection, number, until, busy: true, given: false };
      seats.push(seat);
      return seat;
    } catch (error) {
      spare.push(connection);
      throw error;
    }
  }

  async function stand(seat: Seat): Promise<void> {
    seat.busy = false;
    if (seat.until > performance.now()) return;
    await giveBack(seat);
  }

  async function giveBack(seat: Seat): Promise<void> {
    if (seat.given) return;
    seat.given = true;
    seats.splice(seats.indexOf(seat), 1);
    try {
      await seat.connection`
        select pg_advisory_unlock(${SEAT_LOCK}::integer, ${seat.number}::integer)
      `;
    } catch (error) {
      // Gone with its connection.
      log.debug("a seat was lost", { error });
    } finally {
      spare.push(seat.connection);
    }
  }

  /** Gives back seats that nobody sat on for a while. */
  const sweeping = setInterval(() => {
    for (const seat of [...seats]) {
      if (!seat.busy && seat.until <= performance.now()) void giveBack(seat);
    }
  }, KEPT);

  return {
    async enter(interval, signal) {
      await pausing;
      const apart = interval * (1 + LEAST_JITTER + JITTER * random());
      // The seat first: who waited for one behind its moment would crowd the next.
      const seat = await sit(signal);
      try {
        const delay = await persistently(() => takeMoment(sql, site, apart), { log, signal });
        if (delay > 0) await wait(systemClock, delay, signal);
      } catch (error) {
        await stand(seat);
        throw error;
      }
      return () => void stand(seat);
    },
    pause(ms) {
      pausing = pausing.then(() =>
        persistently(() => pauseSite(sql, site, ms), { log }).catch((error) =>
          log.warn("other scrapers could not be told to pause", { error })
        )
      );
    },
    async close() {
      clearInterval(sweeping);
      await pausing;
      await Promise.all([...seats].map(giveBack));
      await Promise.all(spare.map((connection) => connection.end({ timeout: 1 })));
    },
  };
}

/** Takes the next free moment; milliseconds until it comes. */
async function takeMoment(sql: Sql, site: string, apart: number): Promise<number> {
  // Without a rate only a pause counts, which is read and not moved: nobody waits for a row.
  const [row] = apart === 0
    ? await sql<{ delay: number }[]>`
      select extract(epoch from next_at - clock_timestamp())::float8 * 1000 as delay
      from crawl_pace where site = ${site}
    `
    : await sql<{ delay: number }[]>`
      insert into crawl_pace as pace (site, next_at)
      values (${site}, clock_timestamp() + ${apart} * interval '1 millisecond')
      on conflict (site) do update set next_at =
        greatest(pace.next_at, clock_timestamp()) + ${apart} * interval '1 millisecond'
      returning extract(epoch from next_at - clock_timestamp())::float8 * 1000 - ${apart} as delay
    `;
  return Math.max(0, row?.delay ?? 0);
}

async function pauseSite(sql: Sql, site: string, ms: number): Promise<void> {
  await sql`
    insert into crawl_pace as pace (site, next_at)
    values (${site}, clock_timestamp() + ${ms} * interval '1 millisecond')
    on conflict (site) do update set next_at =
      greatest(pace.next_at, clock_timestamp() + ${ms} * interval '1 millisecond')
  `;
}

/** Takes a seat that is free, else waits for one; those of this process are not taken twice. */
async function takeSeat(connection: Sql, ours: readonly Seat[]): Promise<number> {
  const others = Array.from({ length: SEATS }, (_, index) => index + 1)
    .filter((number) => !ours.some((seat) => seat.number === number));
  for (const number of others) {
    const [row] = await connection<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${SEAT_LOCK}::integer, ${number}::integer) as taken
    `;
    if (row?.taken) return number;
  }
  const number = others[Math.floor(Math.random() * others.length)] ?? 1;
  await connection`select pg_advisory_lock(${SEAT_LOCK}::integer, ${number}::integer)`;
  return number;
}
