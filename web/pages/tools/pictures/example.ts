/** The invented runner that the pictures of the tools are made with, by the tools' own formulas. */
import { MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";

/** m, hundredths of a second. */
export const RACE = { distance: MARATHON, time: 1_170_000 } as const;
/** The difference of the halves, per cent. */
export const FASTER_HALF = 2;
/** m, s. */
export const RESULT = { distance: 10_000, time: 2550 } as const;
/** Ages that the result is graded at. */
export const AGES = [35, 45, 55, 65] as const;
/** km/h. */
export const VMA = 16;
/** km/h, of three runners. */
export const GROUP_VMAS = [18, 16, 14] as const;
/** The session of the group: meters, and shares of VMA. */
export const SESSION = [
  { meters: 400, share: 1.05 },
  { meters: 1000, share: 0.95 },
  { meters: 2000, share: 0.9 },
] as const;

/** Two runners over a distance, m, s. */
export const DUEL = { distance: 10_000, times: [2142, 2180] } as const;

/** Size of a picture, in its own units. */
export const PICTURE = { width: 320, height: 168 } as const;
