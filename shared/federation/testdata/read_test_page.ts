/**
 * Reads one of the test pages beside this file. They are written for these tests; the people are
 * invented.
 */
export function readTestPage(name: string): string {
  return Deno.readTextFileSync(new URL(name, import.meta.url));
}
