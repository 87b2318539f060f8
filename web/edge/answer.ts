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

const app = useNitroApp();

const config = siteConfig();
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
  // Fresh refuses other methods without an `Allow` header.
  if (status === 405 && !headers.has("allow")) {
    headers.set("allow", POSTED.has(pathname) ? "GET, HEAD, POST" : "GET, HEAD");
  }
  if (headers.get("content-type")?.startsWith("text/html")) {
    // As a text, which it is until its `body` is read: that would make bytes of it first.
    const html = await response.text();
    const { parts, sources } = await withInlineStyles(html, readStyles);
    headers.set("content-security-policy", contentSecurityPolicy(html, sources));
    setSecurityHeaders(headers, { https });
    return { status, headers, parts };
  }
  let body: BodyInit | null;
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
  } else {
    body = response.body;
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

/** Answers a request to the site. */
export async function answer(
  request: Request,
  { remoteAddr }: Deno.ServeHandlerInfo,
): Promise<Response> {
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

/** The answer where this server itself failed. */
export function answerError(error: unknown): Response {
  log.error("unexpected error", { error });
  const response = new Response("Internal Server Error", { status: 500 });
  setSecurityHeaders(response.headers, { https });
  return response;
}

/** Draws a picture: the first takes half a second, for which everybody would wait. */
export async function warmUpPictures(): Promise<void> {
  const { picture } = TABLE_FILES.fr;
  const response = await app.fetch(new Request(new URL(picture, config.SITE_URL)));
  await response.body?.cancel();
  if (!response.ok) log.warn("no picture can be drawn", { status: response.status });
}
