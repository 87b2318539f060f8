import { statfs } from "node:fs/promises";
import { ServiceError } from "./service.ts";

const MB = 1_000_000;
/**
 * What a platform needs to begin: an empty database with its log, and a directory of some thousand
 * athletes.
 */
const TO_BEGIN = 300 * MB;
/** What must be left while it runs: PostgreSQL ends when it cannot write its log. */
const TO_GO_ON = 50 * MB;
/** How often the disk is looked at, ms. */
const LOOK_EVERY = 5000;

/**
 * Looks whether a folder's disk has room.
 *
 * @param least Bytes that must be free.
 * @throws {ServiceError} In one line that says how much is left.
 */
export async function assertRoom(folder: string, least = TO_BEGIN): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const left = bavail * bsize;
  if (left >= least) return;
  throw new ServiceError(
    `The disk of ${folder} is full: ${Math.floor(left / MB)} MB are left, ${
      Math.ceil(least / MB)
    } MB are needed`,
  );
}

/**
 * Waits until a folder's disk is nearly full.
 *
 * @throws {ServiceError} When it is.
 */
export async function watchDiskRoom(
  folder: string,
  { signal, least = TO_GO_ON, every = LOOK_EVERY }: {
    signal: AbortSignal;
    least?: number;
    every?: number;
  },
): Promise<void> {
  while (!signal.aborted) {
    await assertRoom(folder, least);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
