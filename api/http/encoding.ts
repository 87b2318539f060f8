import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { acceptsEncodings } from "@std/http/negotiation";
import { LRUCache } from "lru-cache";

/** A content coding that is written. */
export type Coding = "br" | "gzip";

/**
 * Codings by how often a body is sent, best first. One that is sent once is never written in
 * Brotli: that takes twice as long, and leaves some 7 kB in the memory of Deno 2.9 each time.
 */
const CODINGS = { often: ["br", "gzip"], once: ["gzip"] } as const;

/** Bodies below this are sent as they are: compressed they would hardly be smaller. */
export const MIN_COMPRESSED_BYTES = 512;

/**
 * From this size on a body is compressed fast rather than well, in a few ms: it is rarely asked for
 * twice.
 */
const LARGE_BODY_BYTES = 200_000;

/** Choices by how often and `Accept-Encoding`: browsers send few different ones. */
const choices = new LRUCache<string, Coding | "identity">({ max: 64 });

/** The coding to answer a request in with a body that is sent so often; `null` = as it is. */
export function chooseCoding(request: Request, times: keyof typeof CODINGS): Coding | null {
  const accepted = request.headers.get("accept-encoding");
  if (accepted === null || accepted.length > 200) return null;
  const key = `${times} ${accepted}`;
  let coding = choices.get(key);
  if (coding === undefined) {
    coding = CODINGS[times].find((offer) =>
      acceptsEncodings(request, offer, "identity") === offer
    ) ?? "identity";
    choices.set(key, coding);
  }
  return coding === "identity" ? null : coding;
}

/**
 * Compresses a body, at once: Deno's asynchronous compression runs in the same thread, and takes
 * longer.
 *
 * @param times How often the result is sent: often, it is worth more work.
 */
export function compress(
  body: Uint8Array,
  { coding, times }: { coding: Coding; times: keyof typeof CODINGS },
): Uint8Array<ArrayBuffer> {
  const large = body.byteLength >= LARGE_BODY_BYTES;
  const compressed = coding === "br"
    ? brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: large ? 2 : 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    })
    : gzipSync(body, { level: large ? 3 : times === "often" ? 9 : 6 });
  return new Uint8Array(compressed);
}
