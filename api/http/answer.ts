import { eTag, ifNoneMatch } from "@std/http/etag";
import { chooseCoding, compress, MIN_COMPRESSED } from "./encoding.ts";
import type { PreparedBody } from "./prepared_body.ts";

/** What a handler answers; {@linkcode toResponse} makes it HTTP. */
export interface Answer {
  status: number;
  body: string | PreparedBody;
  headers: Record<string, string>;
  /**
   * Text whose change means that the answer changed, where the body holds more than that (a time
   * taken).
   */
  identity?: string;
}

/** Times an answer may be kept, as `Cache-Control` says it. */
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
const COMMON = {
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "referrer-policy": "no-referrer",
  vary: "accept-encoding",
} as const;

/** An answer in JSON. */
export function json(
  value: unknown,
  { status = 200, cache = CACHE.revalidate, identity, headers = {}, type = "application/json" }: {
    status?: number;
    cache?: string;
    identity?: unknown;
    headers?: Record<string, string>;
    type?: string;
  } = {},
): Answer {
  return {
    status,
    body: JSON.stringify(value),
    headers: { "content-type": type, "cache-control": cache, ...headers },
    ...identity === undefined ? {} : { identity: JSON.stringify(identity) },
  };
}

/** An answer in text of some type. */
export function text(
  body: string,
  { type, cache, headers = {} }: {
    type: string;
    cache: string;
    headers?: Record<string, string>;
  },
): Answer {
  return {
    status: 200,
    body,
    headers: { "content-type": type, "cache-control": cache, ...headers },
  };
}

/** An answer in JSON that is sent more than once. */
export function prepared(body: PreparedBody, { cache }: { cache: string }): Answer {
  return {
    status: 200,
    body,
    headers: { "content-type": "application/json", "cache-control": cache },
  };
}

const encoder = new TextEncoder();

/** Turns an answer into HTTP: entity tag and 304, compression, common headers. */
export async function toResponse(
  answer: Answer,
  { request, requestId }: { request: Request; requestId: string },
): Promise<Response> {
  const headers = new Headers({ ...COMMON, ...answer.headers, "x-request-id": requestId });
  const { body } = answer;
  if (answer.status === 204) return new Response(null, { status: 204, headers });
  const reading = request.method === "GET" || request.method === "HEAD";
  if (reading && answer.status === 200) {
    const tag = typeof body === "string"
      // Weak: the tag stands for all codings of one body.
      ? await eTag(answer.identity ?? body, { weak: true })
      : body.etag;
    if (tag !== undefined) headers.set("etag", tag);
    if (!ifNoneMatch(request.headers.get("if-none-match"), tag)) {
      headers.delete("content-type");
      return new Response(null, { status: 304, headers });
    }
  }
  const coding = chooseCoding(request);
  const bytes = typeof body === "string" ? encoder.encode(body) : body.bytes;
  let sent: Uint8Array<ArrayBuffer> = bytes;
  if (coding !== null && bytes.byteLength >= MIN_COMPRESSED) {
    sent = typeof body === "string"
      ? await compress(bytes, { coding, often: false })
      : await body.compressed(coding);
    headers.set("content-encoding", coding);
  }
  headers.set("content-length", String(sent.byteLength));
  return new Response(request.method === "HEAD" ? null : sent, { status: answer.status, headers });
}
