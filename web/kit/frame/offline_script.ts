import type {} from "vite/client";

/**
 * Path of the script that stores the table and the tools in the browser, and says whether the site
 * answers; the build makes its file.
 */
export const OFFLINE_SCRIPT = "/offline.js";

/**
 * Whether pages register the service worker: during development nothing is stored, every page is
 * the latest.
 */
export const REGISTERS_WORKER = !import.meta.env?.DEV;
