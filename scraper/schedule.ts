/** Days of the week as crontab(5) counts them, from 0. */
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * Writes a cron schedule as `Deno.cron` understands it: days of the week by name. Elsewhere Sunday
 * is 0 or 7; there it is 1, and 0 is refused.
 *
 * @param schedule Five fields as crontab(5) has them; anything else is given back as it is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { denoSchedule } from "./schedule.ts";
 * assertEquals(denoSchedule("0 3 * * 0"), "0 3 * * SUN");
 * ```
 */
export function denoSchedule(schedule: string): string {
  const fields = schedule.trim().split(/\s+/);
  const days = fields[4];
  if (fields.length !== 5 || days === undefined) return schedule;
  const named = days.split(",").map((part) => nameDays(part) ?? part).join(",");
  return [...fields.slice(0, 4), named].join(" ");
}

/** `1-5` or `0` as names of days; null for what holds no plain days. */
function nameDays(part: string): string | null {
  const match = /^([0-7])(?:-([0-7]))?$/.exec(part);
  if (match === null) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? first);
  if (last < first) return null;
  const names = Array.from({ length: last - first + 1 }, (_, day) => DAYS[(first + day) % 7]);
  return [...new Set(names)].join(",");
}
