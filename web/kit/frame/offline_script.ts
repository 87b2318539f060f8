import type {} from "vite/client";
import { type PageName, TOOLS } from "../addresses/paths.ts";

/**
 * Path of the script that has the browser keep the table and the tools; its file is made by the
 * build.
 */
export const OFFLINE_SCRIPT = "/offline.js";

const KEPT: readonly (PageName | null)[] = ["table", "tools", ...TOOLS];

/** Whether a page is one of those that work without a connection, and has the browser keep them. */
export function worksOffline(name: PageName | null): boolean {
  // While the site is developed nothing is kept: every page is the latest.
  return KEPT.includes(name) && !import.meta.env?.DEV;
}
