/// <reference lib="webworker" />
/**
 * Keeps the table and the tools usable without a connection. Pages come from the network whenever
 * there is one, so that a new release is seen at once. Without one the stored page of the table
 * draws any state by its own scripts; tools are drawn here, in any state; other pages are shown as
 * last seen, or a page says why they are missing. Pages that name people are never stored: they are
 * `no-store`.
 */
import { OFFLINE_SCRIPT } from "../kit/frame/offline_script.ts";
import { languageOf, LANGUAGES } from "../kit/language/language.ts";
import { MANIFESTS, PATHS } from "../kit/addresses/paths.ts";
import { LIVE_SCRIPT } from "../kit/tools/live_script.ts";
import { CURVE_SCRIPT } from "../pages/planner/curve_script.ts";
import { TRACK_SCRIPT } from "../pages/track/track_script.ts";
import { IS_STORED } from "./connection.ts";
import { drawOffline, drawTool, shellPath, toolAt, type ToolRequest } from "./draw_page.tsx";

declare const self: ServiceWorkerGlobalScope;

/** Name of the cache; a new name abandons the old one. */
const CACHE = "mypacer-1";
/** Pages stored from the first visit on. */
const PAGES = LANGUAGES.flatMap((language) => {
  const { table, planner, track } = PATHS[language];
  return [table, planner, track];
});
/** Files that never change: their names contain a hash of the content. */
const HASHED = /^\/assets\//;
/** Files with fixed names that pages refer to. */
const FILES =
  /^\/(?:favicon\.svg|(?:icon|shortcut)-\w+\.png|(?:en\/)?manifest\.webmanifest|(?:offline|live|curve|track)\.js)$/;
/** Scripts with fixed names. */
const SCRIPTS = [OFFLINE_SCRIPT, LIVE_SCRIPT, CURVE_SCRIPT, TRACK_SCRIPT];
/** The table's pages: their state is in the query and is drawn by their scripts. */
const TABLES: readonly string[] = LANGUAGES.map((language) => PATHS[language].table);
/**
 * Longest wait for the network before a stored page is shown, ms: at a track the signal may be
 * weak.
 */
const NETWORK_TIMEOUT_MS = 4000;

/** Scripts that pages load later and do not name: the build inserts their addresses here. */
declare const LATER_SCRIPTS: readonly string[];

/** Whether an answer may be stored. */
function isKept(response: Response): boolean {
  return response.ok && response.type === "basic" && !response.redirected &&
    !/no-store|private/.test(response.headers.get("cache-control") ?? "");
}

/** Addresses of hashed files in a page. */
function assetsIn(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w./-]+/g))];
}

/** Stores a page and its files. */
async function keepPage(
  cache: Cache,
  request: Request | string,
  response: Response,
): Promise<void> {
  const html = await response.clone().text();
  await cache.put(request, response);
  const missing = [];
  for (const path of assetsIn(html)) {
    if (await cache.match(path) === undefined) missing.push(path);
  }
  await cache.addAll(missing);
  const later = await Promise.all(
    LATER_SCRIPTS.map(async (path) => await cache.match(path) === undefined ? [path] : []),
  );
  // A newer release has other files: its own worker stores those.
  await Promise.allSettled(later.flat().map((path) => cache.add(path)));
}

/** Deletes hashed files that no stored page refers to: those of earlier releases. */
async function tidy(cache: Cache): Promise<void> {
  const used = new Set(LATER_SCRIPTS);
  const requests = await cache.keys();
  for (const request of requests) {
    const response = await cache.match(request);
    if (!response?.headers.get("content-type")?.startsWith("text/html")) continue;
    for (const path of assetsIn(await response.text())) used.add(path);
  }
  for (const request of requests) {
    const { pathname } = new URL(request.url);
    // Chunks refer to one another by relative paths: only what a page names is known to be in use,
    // so pages name all.
    if (HASHED.test(pathname) && !used.has(pathname)) await cache.delete(request);
  }
}

/** Stores an answer from the network for later. */
async function keep({ pathname, search }: URL, response: Response): Promise<void> {
  // Of other pages than the table the query changes what the server draws: only the one without a
  // query is stored.
  if (!isKept(response) || search !== "" && !TABLES.includes(pathname)) return;
  const cache = await caches.open(CACHE);
  await keepPage(cache, pathname, response);
  await tidy(cache);
}

/** A page drawn into the stored page of a tool; nothing where none is stored. */
async function drawn(
  shellPath: string,
  { status, draw }: { status: number; draw: (shell: string) => string },
): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  const shell = await cache.match(shellPath);
  if (shell === undefined) return undefined;
  const headers = new Headers(shell.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(draw(await shell.text()), { status, headers });
}

/** The page of a tool, drawn here; nothing where the path is of no tool. */
async function drawnTool(request: ToolRequest): Promise<Response | undefined> {
  const tool = toolAt(request.url.pathname);
  if (tool === null) return undefined;
  const draw = (shell: string) => drawTool(request, tool, shell);
  return await drawn(shellPath(tool), { status: 200, draw });
}

/**
 * The substitute for a page while there is no connection.
 *
 * @throws {unknown} The failure, where there is no substitute.
 */
async function offline(
  url: URL,
  { sent, failure }: { sent: boolean; failure: unknown },
): Promise<Response> {
  const language = languageOf(url.pathname);
  const draw = (shell: string) => drawOffline(url, { language, sent }, shell);
  const page = await drawn(PATHS[language].planner, { status: 503, draw });
  if (page === undefined) throw failure;
  return page;
}

/** Answer to a posted form: the server's, or, for a tool without a connection, one drawn here. */
async function posted(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const copy = toolAt(url.pathname)?.name === "group" ? request.clone() : null;
  try {
    return await fetch(request);
  } catch (failure) {
    const form = copy && new URLSearchParams(await copy.text());
    return (form && await drawnTool({ url, posted: form })) ??
      await offline(url, { sent: true, failure });
  }
}

/** A page: from the network, or as last seen when there is no answer in time. */
async function page(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url);
  const { pathname, search } = url;
  const network = fetch(event.request);
  // Storing does not delay the answer. Without a network there is nothing to store.
  event.waitUntil(network.then((response) => keep(url, response.clone()), () => {}));
  const kept = async () => {
    const tool = await drawnTool({ url });
    if (tool !== undefined || search !== "" && !TABLES.includes(pathname)) return tool;
    const cache = await caches.open(CACHE);
    return await cache.match(pathname);
  };
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), NETWORK_TIMEOUT_MS));
  try {
    return await Promise.race([network, late]) ?? await kept() ?? await network;
  } catch (failure) {
    return await kept() ?? await offline(url, { sent: false, failure });
  }
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of PAGES) {
    const response = await fetch(path, { cache: "no-cache" });
    if (isKept(response)) await keepPage(cache, path, response);
  }
  await cache.addAll(["/favicon.svg", ...Object.values(MANIFESTS), ...SCRIPTS]);
  await self.skipWaiting();
}

/** Whether the pages stored from the first visit on are there, with all that they need. */
async function isStored(): Promise<boolean> {
  const cache = await caches.open(CACHE);
  const needed = new Set([...SCRIPTS, ...LATER_SCRIPTS]);
  for (const path of PAGES) {
    const stored = await cache.match(path);
    if (stored === undefined) return false;
    for (const asset of assetsIn(await stored.text())) needed.add(asset);
  }
  for (const path of needed) if (await cache.match(path) === undefined) return false;
  return true;
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data !== IS_STORED || port === undefined) return;
  event.waitUntil(isStored().then((stored) => port.postMessage(stored)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && request.mode === "navigate") {
    return event.respondWith(posted(request));
  }
  if (request.method !== "GET") return;
  // A tool is also asked for by its own script, as one types.
  if (request.mode === "navigate" || toolAt(url.pathname) !== null) {
    event.respondWith(page(event));
  } else if (HASHED.test(url.pathname) || FILES.test(url.pathname)) {
    event.respondWith(file(request));
  }
});
