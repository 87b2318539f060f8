const encoder = new TextEncoder();
/** Prints a line. */
export const print = (text: string) => void Deno.stdout.writeSync(encoder.encode(`${text}\n`));

/** Ends this program with an error. */
export function fail(message: string, code = 1): never {
  Deno.stderr.writeSync(encoder.encode(`docker: ${message}\n`));
  Deno.exit(code);
}

/** Text of a file, or another value where there is none. */
export const readOr = async <T>(path: string, or: T): Promise<string | T> => {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return or;
    throw error;
  }
};
