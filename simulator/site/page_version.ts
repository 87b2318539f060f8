import { createHash } from "node:crypto";
import { dateOf } from "../people/calendar_day.ts";
import type { FederationData } from "../pages/federation_data.ts";
import type { PageStyle } from "../pages/style.ts";

/** The headers that tell one version of a page from another. */
export type PageVersion = { etag: string; "last-modified": string };

/**
 * The version of a page: pages follow from the federation's size and day, the address and the
 * style, so none need be made to see whether it changed.
 */
export function versionOf(
  { size, today }: FederationData,
  url: URL,
  style: PageStyle,
): PageVersion {
  const source = JSON.stringify([size, today, url.pathname, url.search, style]);
  const etag = createHash("sha256").update(source).digest("base64url").slice(0, 22);
  return { etag: `W/"${etag}"`, "last-modified": dateOf(today).toUTCString() };
}

/** Whether a client has a version already. The tag counts, the date where no tag is sent. */
export function hasVersion({ headers }: Request, version: PageVersion): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) {
    return tags.split(",").some((tag) =>
      withoutWeakMark(tag.trim()) === withoutWeakMark(version.etag)
    );
  }
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return since >= Date.parse(version["last-modified"]);
}

function withoutWeakMark(tag: string): string {
  return tag.replace(/^W\//, "");
}
