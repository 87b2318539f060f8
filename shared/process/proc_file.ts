/**
 * Reads a file in which Linux tells of a process. Deno lets a process read these itself only where
 * it may do anything at all, and tests may not: `cat` reads them.
 *
 * @param path E.g. `/proc/123/stat`.
 * @returns Null where there is no such file: the process has ended, or the system is another one.
 */
export async function readProcFile(path: string): Promise<string | null> {
  const { success, stdout } = await new Deno.Command("cat", {
    args: [path],
    stdin: "null",
    stderr: "null",
    // A signal of the terminal is for the tests, not for what they ask meanwhile.
    detached: true,
  }).output();
  return success ? new TextDecoder().decode(stdout) : null;
}
