// @ts-ignore A virtual module of the build: it registers the SSR service, without which every page
// is 404.
import "#nitro/virtual/polyfills";
import { EnvironmentError } from "@mypacer/shared/process/environment.ts";
import { useNitroApp } from "nitro/app";
import { LANGUAGES } from "../kit/language/language.ts";
import { PATHS, TABLE_FILES } from "../kit/addresses/paths.ts";
import { siteConfig } from "./config.ts";
import { createStyleReader, withInlineStyles } from "./inline_styles.ts";
import { acceptedCodings, compressQuickly, setCoding } from "./body_coding.ts";
import { isApiPath, isNormalForm, passToApi } from "./pass_to_api.ts";
import { type DrawnPage, PublicPages } from "./public_pages.ts";
import { contentSecurityPolicy, setSecurityHeaders, WORKER_POLICY } from "./security_headers.ts";
import { currentSite, pageBasis } from "./site.ts";
import { withVisitor } from "./visitor.ts";

/** Longest wait for requests under way when the process stops, ms. */
const STOP_WITHIN = 8000;

const app = useNitroApp();

function readConfig() {
  try {
    return siteConfig();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    Deno.stderr.writeSync(new TextEncoder().encode(`${error.message}\n`));
    Deno.exit(1);
  }
}

const config = readConfig();
const { log } = currentSite();
const https = config.SITE_URL.startsWith("https:");

/** Paths that forms are sent to. */
const POSTED = new Set(
  LANGUAGES.flatMap((language) => {
    const { search, removal, group } = PATHS[language];
    return [search, removal, group];
  }),
);

/** Files of the build that are not public: Vite's manifest. */
const HIDDEN = /^\/\.vite(\/|$)/;

/**
 * The request with strong entity tags: compression makes them weak, and Nitro compares them
 * literally.
 */
function withStrongTags(request: Request): Request {
  const tags = request.headers.get("if-none-match");
  if (!tags?.includes("W/")) return request;
  const headers = new Headers(request.headers);
  // Only before a tag: the tags themselves are base64 and may contain the same two characters.
  headers.set("if-none-match", tags.replaceAll(/(^|,)\s*W\/(?=")/g, "$1"));
  return new Request(request, { headers });
}

const readStyles = createStyleReader(async (path) =>
  await app.fetch(new Request(new URL(path, config.SITE_URL)))
);

/** Paths of tables as text, which may be as large as the largest pages. */
const WRITTEN_TABLES = new Set(
  LANGUAGES.flatMap((language) => [TABLE_FILES[language].csv, TABLE_FILES[language].text]),
);

/**
 * A page or a file, with the headers that every answer needs: errors and unknown paths included.
 */
async function draw(request: Request): Promise<DrawnPage | Response> {
  const { origin, pathname } = new URL(request.url);
  const response = await app.fetch(
    HIDDEN.test(pathname) ? new Request(`${origin}/hidden`) : withStrongTags(request),
  );
  const { status } = response;
  const headers = new Headers(response.headers);
  let body: BodyInit | null = response.body;
  // Fresh refuses other methods without an `Allow` header.
  if (status === 405 && !headers.has("allow")) {
    headers.set("allow", POSTED.has(pathname) ? "GET, HEAD, POST" : "GET, HEAD");
  }
  if (headers.get("content-type")?.startsWith("text/html")) {
    const html = await response.text();
    const { parts, sources } = await withInlineStyles(html, readStyles);
    headers.set("content-security-policy", contentSecurityPolicy(html, sources));
    setSecurityHeaders(headers, { https });
    return { status, headers, parts };
  }
  if (WRITTEN_TABLES.has(pathname)) {
    const { bytes, coding } = compressQuickly(
      [await response.bytes()],
      acceptedCodings(request),
    );
    setCoding(headers, coding);
    body = bytes;
  } else if (status >= 500 && !headers.has("retry-after")) {
    // The error page itself failed: its text is for the log, not for the visitor. A 503 that asks
    // to come back later is an answer of our own.
    log.error("the error page failed", { body: await response.text() });
    headers.set("content-type", "text/plain; charset=utf-8");
    body = "Internal Server Error";
  }
  if (pathname === "/service-worker.js") {
    headers.set("content-security-policy", WORKER_POLICY);
    headers.set("cache-control", "no-cache");
  }
  return new Response(body, { status, headers });
}

const pages = new PublicPages({ basis: pageBasis, heavyWork: currentSite().heavyWork });

/**
 * HEAD is answered as GET: its headers are those of GET, the security policy included. The server
 * sends no body after them.
 */
const asGet = (request: Request) =>
  request.method === "HEAD" ? new Request(request, { method: "GET" }) : request;

async function handle(request: Request, { remoteAddr }: Deno.ServeHandlerInfo): Promise<Response> {
  const kept = await pages.kept(request);
  if (kept !== null) return kept;
  const response = !isNormalForm(request.url)
    ? new Response("This address is not in its normal form", { status: 400 })
    : isApiPath(new URL(request.url).pathname)
    ? await passToApi(request, {
      apiUrl: config.API_URL,
      peer: remoteAddr.transport === "tcp" ? remoteAddr.hostname : "",
      log,
    })
    : await pages.answer(request, () => draw(withVisitor(asGet(request), remoteAddr)));
  setSecurityHeaders(response.headers, { https });
  return response;
}

const server = Deno.serve({
  port: config.WEB_PORT,
  hostname: config.HOST,
  automaticCompression: true,
  onListen: ({ hostname, port }) => log.info("listening", { hostname, port }),
  onError: (error) => {
    log.error("unexpected error", { error });
    const response = new Response("Internal Server Error", { status: 500 });
    setSecurityHeaders(response.headers, { https });
    return response;
  },
}, handle);

/**
 * How long after the start the renderer of pictures is loaded, ms: before nginx sends visitors
 * here.
 */
const WARM_UP_AFTER = 2000;
// The first picture takes half a second, for which everybody would wait.
setTimeout(async () => {
  const { picture } = TABLE_FILES.fr;
  const response = await app.fetch(new Request(new URL(picture, config.SITE_URL)));
  await response.body?.cancel();
  if (!response.ok) log.warn("no picture can be drawn", { status: response.status });
}, WARM_UP_AFTER);

let stopping = false;
/** Finishes requests under way, then ends the process. */
async function stop(signal: Deno.Signal): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info("stopping", { signal });
  setTimeout(() => {
    log.warn("requests under way were cut off", { after: STOP_WITHIN });
    Deno.exit(0);
  }, STOP_WITHIN);
  await server.shutdown();
  log.info("stopped");
  // Listeners of signals keep a process alive.
  Deno.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => void stop(signal));
}
