/** A number with its noun; in French, zero is singular. */
export function frenchCount(n: number, one: string, many: string): string {
  return `${n} ${n < 2 ? one : many}`;
}

/** A number with its noun; in English, zero is plural. */
export function englishCount(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
