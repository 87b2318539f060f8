/// <reference lib="webworker" />
/**
 * Keeps the table and the tools usable without a connection. Pages come from the network whenever there is one, so that
 * a new release is seen at once. Without one the table's page, as it was last seen, draws any state by its own scripts;
 * tools are drawn here, in any state; of other pages there is what was last seen. What names people is never kept: the
 * site says `no-store` of it.
 */
import { LANGUAGES, PATHS } from "../i18n/language.ts";
import { drawTool, toolAt, type ToolRequest } from "./draw_tool.tsx";

declare const self: ServiceWorkerGlobalScope;

/** Name of the cache; another name leaves the old one behind. */
const CACHE = "mypacer-1";
/** Pages kept from the first visit on. */
const PAGES = LANGUAGES.flatMap((language) => [PATHS[language].home, PATHS[language].planner]);
/** What a release never changes: the name holds a hash of the content. */
const HASHED = /^\/assets\//;
/** Files that pages refer to by a name of their own. */
const FILES = /^\/(?:favicon\.svg|icon-\d+\.png|manifest\.webmanifest)$/;
/** Longest wait for the network before a kept page is shown, ms: beside a track there may be half a bar of signal. */
const PATIENCE = 4000;

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
}

/** Throws away hashed files that no kept page refers to any more: those of earlier releases. */
async function tidy(cache: Cache): Promise<void> {
  const used = new Set<string>();
  const requests = await cache.keys();
  for (const request of requests) {
    const response = await cache.match(request);
    if (!response?.headers.get("content-type")?.startsWith("text/html")) continue;
    for (const path of assetsIn(await response.text())) used.add(path);
  }
  for (const request of requests) {
    const { pathname } = new URL(request.url);
    // Chunks refer to one another by relative paths: only what a page names is known to be in use, so pages name all.
    if (HASHED.test(pathname) && !used.has(pathname)) await cache.delete(request);
  }
}

/** Keeps what came from the network for when there is none. */
async function keep(pathname: string, response: Response): Promise<void> {
  if (!isKept(response)) return;
  const cache = await caches.open(CACHE);
  // The state is in the query and is drawn by the page's scripts: one page for all of them is enough.
  await keepPage(cache, pathname, response);
  await tidy(cache);
}

/** The page of a tool, drawn here; nothing where the path leads to none, or nothing to draw it in was kept. */
async function drawnTool(request: ToolRequest): Promise<Response | undefined> {
  const tool = toolAt(request.url.pathname);
  if (tool === null) return undefined;
  const cache = await caches.open(CACHE);
  const shell = await cache.match(PATHS[tool.language].planner);
  if (shell === undefined) return undefined;
  const headers = new Headers(shell.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(drawTool(request, tool, await shell.text()), { headers });
}

/** What the form of a tool sent: the server's answer, or without a connection one that is drawn here. */
async function posted(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.clone().text());
  try {
    return await fetch(request);
  } catch (error) {
    const drawn = await drawnTool({ url: new URL(request.url), posted: form });
    if (drawn === undefined) throw error;
    return drawn;
  }
}

/** A page: from the network, or as it was last seen when there is none, or none in time. */
async function page(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const network = fetch(request);
  // Nobody waits for the keeping. Without a network there is nothing to keep.
  event.waitUntil(network.then((response) => keep(pathname, response.clone()), () => {}));
  const kept = async () => {
    const cache = await caches.open(CACHE);
    return await drawnTool({ url: new URL(request.url) }) ?? await cache.match(pathname) ??
      await cache.match(pathname.startsWith("/en") ? "/en" : "/");
  };
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  try {
    return await Promise.race([network, late]) ?? await kept() ?? await network;
  } catch (error) {
    const page = await kept();
    if (page === undefined) throw error;
    return page;
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
  await cache.addAll(["/favicon.svg", "/manifest.webmanifest"]);
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
  if (request.method === "POST" && toolAt(url.pathname)?.name === "group") {
    return event.respondWith(posted(request));
  }
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (HASHED.test(url.pathname) || FILES.test(url.pathname)) event.respondWith(file(request));
});
