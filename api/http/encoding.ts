import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { acceptsEncodings } from "@std/http/negotiation";
import { LRUCache } from "lru-cache";

/** Content codings written, best first. */
const CODINGS = ["br", "gzip"] as const;
export type Coding = typeof CODINGS[number];

/** Bodies below this are sent as they are: compressed they would hardly be smaller. */
export const MIN_COMPRESSED_BYTES = 512;

/**
 * From this size on a body is compressed fast rather than well, in a few ms: it is rarely asked for
 * twice.
 */
const LARGE_BODY_BYTES = 200_000;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Choices by `Accept-Encoding`: browsers send few different ones. */
const choices = new LRUCache<string, Coding | "identity">({ max: 64 });

/** The coding to answer a request in; `null` = as it is. */
export function chooseCoding(request: Request): Coding | null {
  const accepted = request.headers.get("accept-encoding");
  if (accepted === null || accepted.length > 200) return null;
  let coding = choices.get(accepted);
  if (coding === undefined) {
    coding = CODINGS.find((offer) => acceptsEncodings(request, offer, "identity") === offer) ??
      "identity";
    choices.set(accepted, coding);
  }
  return coding === "identity" ? null : coding;
}

/**
 * Compresses a body.
 *
 * @param often Whether the result is sent many times: then it is worth more work.
 */
export async function compress(
  body: Uint8Array,
  { coding, often }: { coding: Coding; often: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const large = body.byteLength >= LARGE_BODY_BYTES;
  const compressed = coding === "br"
    ? await compressBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: large ? 2 : often ? 6 : 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    })
    : await compressGzip(body, { level: large ? 3 : often ? 9 : 6 });
  return new Uint8Array(compressed);
}
