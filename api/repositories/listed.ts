/** Of some athletes, those who did not ask to be left out, in the same order. */
export type Listed = <T extends { ffaId: string }>(athletes: readonly T[]) => Promise<T[]>;
