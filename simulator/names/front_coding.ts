/** Most letters that one digit can say are shared. */
const MOST_SHARED = 9;

/**
 * Writes names in alphabetical order, each as how many letters it shares with the one before, at
 * most nine, and its other letters: `ABAD, ABADIE, ABBA` is `0ABAD4IE2BA`.
 *
 * @param names Names without digits, in any order.
 */
export function frontCode(names: readonly string[]): string {
  let text = "";
  let before = "";
  for (const name of [...names].sort()) {
    let shared = 0;
    while (shared < MOST_SHARED && shared < name.length && name[shared] === before[shared]) {
      shared++;
    }
    text += `${shared}${name.slice(shared)}`;
    before = name;
  }
  return text;
}

/** The names of a text that {@linkcode frontCode} wrote, in alphabetical order. */
export function readFrontCode(text: string): string[] {
  let name = "";
  return (text.match(/\d\D*/g) ?? []).map((part) => {
    name = name.slice(0, Number(part[0])) + part.slice(1);
    return name;
  });
}
