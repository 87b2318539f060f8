import { fail } from "./output.ts";

/**
 * Takes known options off the front.
 *
 * @param known How many values each has.
 * @returns The values by option.
 */
export function takeOptions(words: string[], known: Record<string, number>): Map<string, string> {
  const options = new Map<string, string>();
  while (words[0]?.startsWith("-")) {
    const name = words.shift() ?? "";
    const values = known[name];
    if (values === undefined) fail(`unknown option ${name}`, 2);
    options.set(name, words.splice(0, values).join(" "));
  }
  return options;
}
