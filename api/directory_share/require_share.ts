import { clientOf } from "../http/client_limits.ts";
import { ProblemError } from "../http/problem.ts";
import type { DirectoryShare } from "./directory_share.ts";

/** What the documentation says of the refusal. */
export const SHARE_STATUSES = {
  429:
    "This network read its share of the directory for now (`directory-share`); `Retry-After` says when it may read on",
} as const;

/** What every answer that names athletes works with. */
export interface ShareNeeds {
  /** How many different athletes each network may read in a day. */
  directoryShare: Pick<DirectoryShare, "take">;
}

/**
 * Takes athletes from the share of whoever asks: every answer that names any does so before it is
 * sent.
 *
 * @throws {ProblemError} 429 when their network has read its share of the directory.
 */
export async function requireShare(
  request: Request,
  ffaIds: readonly string[],
  { directoryShare }: ShareNeeds,
): Promise<void> {
  const wait = await directoryShare.take(clientOf(request), ffaIds);
  if (wait === 0) return;
  throw new ProblemError(429, {
    kind: "directory-share",
    title: "Too many different athletes were read from this network",
    detail:
      "A network may read a small share of the directory in a day. Athletes read before are " +
      "still answered; try again later for others",
    retryAfter: wait,
  });
}
