import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** From this many bytes on compressing takes several milliseconds. */
const LARGE = 100_000;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Whether a header accepts a coding: named, and not refused. */
function accepts(header: string, coding: string): boolean {
  return header.split(",").some((part) => {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    return name === coding && !parameters.some((text) => /^q=0(?:\.0*)?$/.test(text));
  });
}

/**
 * Compresses large bodies in a separate thread: the server would do it in the thread that serves
 * everybody.
 *
 * @param headers Of the answer; says how the body is coded, where it is.
 * @returns The body to send; unchanged where it is small or no coding is accepted.
 */
export async function compressLarge(
  body: Uint8Array<ArrayBuffer>,
  { request, headers }: { request: Request; headers: Headers },
): Promise<Uint8Array<ArrayBuffer>> {
  const accepted = request.headers.get("accept-encoding") ?? "";
  const coding = ["br", "gzip"].find((offer) => accepts(accepted, offer));
  if (body.byteLength < LARGE || coding === undefined) return body;
  headers.set("content-encoding", coding);
  headers.append("vary", "accept-encoding");
  headers.delete("content-length");
  const compressed = coding === "br"
    ? await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : await compressGzip(body, { level: 4 });
  return new Uint8Array(compressed);
}
