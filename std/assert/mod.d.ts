/**
 * Signatures of the parts of `@std/assert` 1 in use here; the package on npm is plain JavaScript.
 */

/** Thrown by a failed assertion. */
export class AssertionError extends Error {}

// deno-lint-ignore no-explicit-any -- as in the library: any constructor at all
type Constructor<T> = abstract new (...args: any[]) => T;

export function assert(value: unknown, message?: string): asserts value;
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  message?: string,
): void;
export function assertEquals<T>(actual: T, expected: T, message?: string): void;
export function assertExists<T>(actual: T, message?: string): asserts actual is NonNullable<T>;
export function assertGreater<T>(actual: T, low: T, message?: string): void;
export function assertGreaterOrEqual<T>(actual: T, low: T, message?: string): void;
export function assertInstanceOf<T>(
  actual: unknown,
  type: Constructor<T>,
  message?: string,
): asserts actual is T;
export function assertLess<T>(actual: T, high: T, message?: string): void;
export function assertLessOrEqual<T>(actual: T, high: T, message?: string): void;
export function assertMatch(actual: string, expected: RegExp, message?: string): void;
export function assertNotEquals<T>(actual: T, expected: T, message?: string): void;
export function assertNotMatch(actual: string, expected: RegExp, message?: string): void;
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any -- as in the library: an object of any shape
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  message?: string,
): void;
export function assertRejects(
  run: () => PromiseLike<unknown>,
  message?: string,
): Promise<unknown>;
export function assertRejects<E extends Error>(
  run: () => PromiseLike<unknown>,
  type: Constructor<E>,
  includes?: string,
  message?: string,
): Promise<E>;
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  message?: string,
): asserts actual is T;
export function assertStringIncludes(actual: string, expected: string, message?: string): void;
export function assertThrows(run: () => unknown, message?: string): unknown;
export function assertThrows<E extends Error>(
  run: () => unknown,
  type: Constructor<E>,
  includes?: string,
  message?: string,
): E;
export function fail(message?: string): never;
