import { ifNoneMatch } from "@std/http/etag";
import { chooseCoding, compress, MIN_COMPRESSED_BYTES } from "./encoding.ts";
import { contentTag, joinObjects, type PreparedBody } from "./prepared_body.ts";

/** Times an answer may be cached, as `Cache-Control` says it. */
export const CACHE = {
  /** Depends on the request alone. */
  computed: "public, max-age=3600",
  /** The directory: people in it may ask to be taken out at any time. */
  directory: "private, max-age=60",
  /** Asked again each time, answered 304 while nothing changed. */
  revalidate: "no-cache",
  never: "no-store",
} as const;

/** Headers every answer carries. No answer of this API belongs into a search engine. */
const COMMON_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "referrer-policy": "no-referrer",
  vary: "accept-encoding",
} as const;

/**
 * Answers in JSON.
 *
 * @param options.identity Value whose change means that the answer changed, where the body holds
 *   more than that.
 * @param options.beside Fields that the body holds beside the value and that change without it (a
 *   time taken); at least one, of a value that is an object with at least one.
 */
export function respondJson(
  request: Request,
  value: unknown,
  {
    status = 200,
    cache = CACHE.revalidate,
    identity,
    beside,
    headers = {},
    type = "application/json",
  }: {
    status?: number;
    cache?: string;
    identity?: unknown;
    beside?: object;
    headers?: Record<string, string>;
    type?: string;
  } = {},
): Response {
  const content = JSON.stringify(value);
  const own = { "content-type": type, "cache-control": cache, ...headers };
  if (beside !== undefined) {
    const body = joinObjects(JSON.stringify(beside), content);
    return respond(request, body, { status, headers: own, identity: content });
  }
  return respond(request, content, {
    status,
    headers: own,
    ...identity === undefined ? {} : { identity: JSON.stringify(identity) },
  });
}

/** Answers in text of some type. */
export function respondText(
  request: Request,
  body: string,
  { type, cache, headers = {} }: {
    type: string;
    cache: string;
    headers?: Record<string, string>;
  },
): Response {
  return respond(request, body, {
    headers: { "content-type": type, "cache-control": cache, ...headers },
  });
}

/** Answers with JSON that is sent more than once. */
export function respondPrepared(
  request: Request,
  body: PreparedBody,
  { cache }: { cache: string },
): Response {
  return respond(request, body, {
    headers: { "content-type": "application/json", "cache-control": cache },
  });
}

/** Answers without a body. */
export function respondEmpty(headers: Record<string, string>): Response {
  return new Response(null, { status: 204, headers: { ...COMMON_HEADERS, ...headers } });
}

const encoder = new TextEncoder();

/** Entity tag and 304, compression, common headers. */
function respond(
  request: Request,
  body: string | PreparedBody,
  { status = 200, headers: own, identity }: {
    status?: number;
    headers: Record<string, string>;
    identity?: string;
  },
): Response {
  const headers: Record<string, string> = { ...COMMON_HEADERS, ...own };
  const reading = request.method === "GET" || request.method === "HEAD";
  if (reading && status === 200) {
    const tag = typeof body === "string" ? contentTag(identity ?? body) : body.etag;
    headers["etag"] = tag;
    const known = request.headers.get("if-none-match");
    if (known !== null && !ifNoneMatch(known, tag)) {
      delete headers["content-type"];
      return new Response(null, { status: 304, headers });
    }
  }
  const times = typeof body === "string" ? "once" : body.times;
  const coding = chooseCoding(request, times);
  // A text is left to the server as it is, which is faster, and counts its bytes.
  let sent: string | Uint8Array<ArrayBuffer> = typeof body === "string" ? body : body.bytes;
  if (coding !== null && sent.length >= MIN_COMPRESSED_BYTES) {
    sent = typeof body === "string"
      ? compress(encoder.encode(body), { coding, times })
      : body.compressed(coding);
    headers["content-encoding"] = coding;
  }
  const isHead = request.method === "HEAD";
  if (isHead || typeof sent !== "string") {
    const { length } = typeof sent === "string" ? encoder.encode(sent) : sent;
    headers["content-length"] = String(length);
  }
  return new Response(isHead ? null : sent, { status, headers });
}
