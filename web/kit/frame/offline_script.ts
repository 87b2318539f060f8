import type {} from "vite/client";
import { type PageName, TOOLS } from "../addresses/paths.ts";

/**
 * Path of the script that stores the table and the tools in the browser; the build makes its file.
 */
export const OFFLINE_SCRIPT = "/offline.js";

const KEPT: readonly (PageName | null)[] = ["table", "tools", ...TOOLS];

/** Whether a page works without a connection, and registers the service worker. */
export function worksOffline(name: PageName | null): boolean {
  // During development nothing is stored: every page is the latest.
  return KEPT.includes(name) && !import.meta.env?.DEV;
}
