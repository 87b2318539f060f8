/** In place of the scraper: runs until it is told to stop. */
const idle = setInterval(() => {}, 60_000);
Deno.addSignalListener("SIGTERM", () => {
  clearInterval(idle);
  Deno.exit(0);
});
