/** Starts something; returns a function that stops it, if there is one. */
export type Start = () => (() => void) | void;

/**
 * Starts several things one after the other, each in its own task: all at once would delay the
 * first touch on a slow phone.
 *
 * @returns A function that stops the started ones and cancels the others.
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
