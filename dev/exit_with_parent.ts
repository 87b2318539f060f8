/**
 * Loaded before the main module of each process that `start` begins: ends the process when `start`
 * is gone without having stopped it (`kill -9`), so that no port stays taken.
 */
const parent = Deno.ppid;
const watch = setInterval(() => {
  if (Deno.ppid !== parent) Deno.exit(1);
}, 500);
Deno.unrefTimer(watch);
