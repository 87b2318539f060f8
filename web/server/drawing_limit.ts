/** Pictures drawn in a second at most: each takes some hundredths of it. */
const DRAWN_PER_SECOND = 10;

/**
 * Makes what tells whether one more picture may be drawn now: so many in each second of the clock.
 *
 * @param now Milliseconds.
 */
export function createDrawingLimit(now: () => number = Date.now): () => boolean {
  let second = 0;
  let drawn = 0;
  return () => {
    const present = Math.floor(now() / 1000);
    if (present !== second) [second, drawn] = [present, 0];
    return drawn++ < DRAWN_PER_SECOND;
  };
}
