/// <reference lib="webworker" />
/**
 * Keeps the table and the tools usable without a connection. Pages come from the network whenever
 * there is one, so that a new release is seen at once. Without one the table's page, as it was last
 * seen, draws any state by its own scripts; tools are drawn here, in any state; of other pages
 * there is what was last seen, or a page that says why there is none. What names people is never
 * kept: the site says `no-store` of it.
 */
import { OFFLINE_SCRIPT } from "../kit/frame/offline_script.ts";
import { type Language, languageOf, LANGUAGES } from "../kit/language/language.ts";
import { PATHS } from "../kit/addresses/paths.ts";
import { drawOffline, drawTool, toolAt, type ToolRequest } from "./draw_page.tsx";

declare const self: ServiceWorkerGlobalScope;

/** Name of the cache; another name leaves the old one behind. */
const CACHE = "mypacer-1";
/** Pages kept from the first visit on. */
const PAGES = LANGUAGES.flatMap((language) => [PATHS[language].table, PATHS[language].planner]);
/** What a release never changes: the name holds a hash of the content. */
const HASHED = /^\/assets\//;
/** Files that pages refer to by a name of their own. */
const FILES = /^\/(?:favicon\.svg|icon-\d+\.png|manifest\.webmanifest|offline\.js)$/;
/** The table's pages: their state is in the query and is drawn by their scripts. */
const TABLES: readonly string[] = LANGUAGES.map((language) => PATHS[language].table);
/**
 * Longest wait for the network before a kept page is shown, ms: beside a track there may be half a
 * bar of signal.
 */
const NETWORK_TIMEOUT_MS = 4000;

/**
 * Scripts that pages load when they need them, and do not name: the build puts their addresses
 * here.
 */
declare const LATER_SCRIPTS: readonly string[];

/** Whether an answer may be kept. */
function isKept(response: Response): boolean {
  return response.ok && response.type === "basic" && !response.redirected &&
    !/no-store|private/.test(response.headers.get("cache-control") ?? "");
}

/** Addresses of hashed files in a page. */
function assetsIn(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w./-]+/g))];
}

/** Keeps a page and what it is made of. */
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
  // A newer release has others: its own worker keeps those.
  await Promise.allSettled(later.flat().map((path) => cache.add(path)));
}

/** Throws away hashed files that no kept page refers to any more: those of earlier releases. */
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

/** Keeps what came from the network for when there is none. */
async function keep({ pathname, search }: URL, response: Response): Promise<void> {
  // Of other pages than the table the query changes what the server draws: the plain one is kept
  // alone.
  if (!isKept(response) || search !== "" && !TABLES.includes(pathname)) return;
  const cache = await caches.open(CACHE);
  await keepPage(cache, pathname, response);
  await tidy(cache);
}

/** A page drawn into one of a tool that was kept; nothing where none was. */
async function drawn(
  language: Language,
  { status, draw }: { status: number; draw: (shell: string) => string },
): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  const shell = await cache.match(PATHS[language].planner);
  if (shell === undefined) return undefined;
  const headers = new Headers(shell.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(draw(await shell.text()), { status, headers });
}

/** The page of a tool, drawn here; nothing where the path leads to none. */
async function drawnTool(request: ToolRequest): Promise<Response | undefined> {
  const tool = toolAt(request.url.pathname);
  if (tool === null) return undefined;
  const draw = (shell: string) => drawTool(request, tool, shell);
  return await drawn(tool.language, { status: 200, draw });
}

/**
 * What stands for a page while there is no connection.
 *
 * @throws {unknown} The failure, where nothing can stand for it.
 */
async function offline(
  url: URL,
  { sent, failure }: { sent: boolean; failure: unknown },
): Promise<Response> {
  const language = languageOf(url.pathname);
  const draw = (shell: string) => drawOffline(url, { language, sent }, shell);
  const page = await drawn(language, { status: 503, draw });
  if (page === undefined) throw failure;
  return page;
}

/**
 * What a form sent: the server's answer, or without a connection, of a tool, one that is drawn
 * here.
 */
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

/** A page: from the network, or as it was last seen when there is none, or none in time. */
async function page(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url);
  const { pathname, search } = url;
  const network = fetch(event.request);
  // Nobody waits for the keeping. Without a network there is nothing to keep.
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
  await cache.addAll(["/favicon.svg", "/manifest.webmanifest", OFFLINE_SCRIPT]);
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && request.mode === "navigate") {
    return event.respondWith(posted(request));
  }
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (HASHED.test(url.pathname) || FILES.test(url.pathname)) event.respondWith(file(request));
});
