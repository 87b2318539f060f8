/**
 * Writes an index to the file that the first argument names, and stops in the middle for good: for
 * a test that kills it there. Says so in one line.
 */
import { writeIndexFile } from "../index_file.ts";

const { write } = Deno.FsFile.prototype;
let pieces = 0;
Deno.FsFile.prototype.write = async function (bytes) {
  if (++pieces < 3) return await write.call(this, bytes.subarray(0, 4096));
  Deno.stdout.writeSync(new TextEncoder().encode("in the middle\n"));
  return await new Promise<number>((resolve) => setTimeout(resolve, 3_600_000, 0));
};
await writeIndexFile(Deno.args[0] ?? "", {
  shared: new SharedArrayBuffer(100_000),
  basis: { directoryVersion: "", activeSince: 2025, latestBirthYear: 2010 },
});
