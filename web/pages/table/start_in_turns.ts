/** Starts something; gives what stops it, if it has to be stopped. */
export type Start = () => (() => void) | void;

/**
 * Starts one thing after the other, each in a task of its own: on a slow phone all of them at once
 * would hold up the first touch.
 *
 * @returns What stops those that were started, and keeps the others from it.
 */
export function startInTurns(starts: readonly Start[]): () => void {
  const stops: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (at: number) => {
    const start = starts[at];
    if (start === undefined) return;
    timer = setTimeout(() => {
      const stop = start();
      if (stop) stops.push(stop);
      next(at + 1);
    });
  };
  next(0);
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
