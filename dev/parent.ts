/** How often the parent is looked at, ms. */
const EVERY = 500;

/** Id of the process that began another; 0 when that is gone. */
function parentOf(pid: number): number {
  if (Deno.build.os !== "linux") {
    const { stdout } = new Deno.Command("ps", { args: ["-o", "ppid=", "-p", `${pid}`] })
      .outputSync();
    return Number(new TextDecoder().decode(stdout).trim());
  }
  try {
    // The fields behind the name, which stands in brackets and may hold anything: state, parent …
    const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ");
    return Number(fields?.[1] ?? 0);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

/**
 * Calls back once when a value is no longer what it was. Looking does not keep this process alive.
 */
function onceChanged(read: () => number, act: () => void): void {
  const before = read();
  const watch = setInterval(() => {
    if (read() === before) return;
    clearInterval(watch);
    act();
  }, EVERY);
  Deno.unrefTimer(watch);
}

/** Calls back once the process that began this one is gone. */
export function whenParentEnds(act: () => void): void {
  onceChanged(() => Deno.ppid, act);
}

/**
 * Calls back once `deno task` is gone, or the npm that began it.
 *
 * npm passes a signal on to the shell it begins, which ends without passing it on to `deno task`:
 * what was started by `npx … task start` would go on after the end of npx. Other launchers, a
 * closed terminal among them, are left alone: `nohup deno task start &` is meant to go on.
 */
export function whenLauncherEnds(act: () => void): void {
  whenParentEnds(act);
  const task = Deno.ppid;
  if (Deno.env.get("npm_execpath") !== undefined) onceChanged(() => parentOf(task), act);
}
