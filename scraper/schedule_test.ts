import { assertEquals } from "@std/assert";
import { denoSchedule } from "./schedule.ts";

Deno.test("denoSchedule() names days of the week", () => {
  const days: [cron: string, deno: string][] = [
    ["0", "SUN"],
    ["7", "SUN"],
    ["1", "MON"],
    ["6", "SAT"],
    ["1-5", "MON,TUE,WED,THU,FRI"],
    ["5-7", "FRI,SAT,SUN"],
    ["0-7", "SUN,MON,TUE,WED,THU,FRI,SAT"],
    ["0,3", "SUN,WED"],
    ["SUN", "SUN"],
    ["*", "*"],
  ];
  for (const [cron, deno] of days) assertEquals(denoSchedule(`0 3 * * ${cron}`), `0 3 * * ${deno}`);
});

Deno.test("denoSchedule() leaves what it does not know for Deno to refuse", () => {
  for (const other of ["weekly", "", "0 3 * * 8", "0 3 * * 5-1", "0 3 * *"]) {
    assertEquals(denoSchedule(other), other);
  }
});

Deno.test("Deno.cron() accepts what denoSchedule() makes of the default and of lists", async () => {
  for (const schedule of ["0 3 * * 0", "30 2 * * 1-5", "0 3 1 * 0,3"]) {
    const stop = new AbortController();
    const name = `accepts ${schedule.replace(/\W/g, " ")}`;
    const ended = Deno.cron(name, denoSchedule(schedule), { signal: stop.signal }, () => {});
    stop.abort();
    await ended;
  }
});
