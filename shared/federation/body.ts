import { FederationError } from "./errors.ts";

/** Largest body that is read, bytes: ten times the longest known list page. */
export const LARGEST_BODY = 8 * 1024 * 1024;

/**
 * Reads a body to its end as text, and no further than the limit.
 *
 * @param page Names the page in errors.
 * @returns The text, the bytes it took, and whether these were announced.
 * @throws {FederationError} `too-large`, as soon as the limit is passed; `unavailable`, when fewer
 *   bytes came than were announced.
 */
export async function readBody(
  response: Response,
  { limit, page }: { limit: number; page: string },
): Promise<{ text: string; bytes: number; isLengthAnnounced: boolean }> {
  const announced = announcedLength(response);
  const tooLarge = (size: string) =>
    new FederationError("too-large", `${page} is too large: ${size}, at most ${limit} are read`, {
      status: response.status,
    });
  if (announced !== null && announced > limit) {
    await response.body?.cancel();
    throw tooLarge(`${announced} bytes`);
  }
  const decoder = new TextDecoder(charset(response));
  let bytes = 0;
  let text = "";
  // Leaving the loop by an error ends the stream, and with it the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw tooLarge("more bytes than that");
    text += decoder.decode(chunk, { stream: true });
  }
  text += decoder.decode();
  if (announced !== null && bytes < announced) {
    throw new FederationError(
      "unavailable",
      `${page} broke off: ${bytes} of ${announced} bytes came`,
      { status: response.status },
    );
  }
  return { text, bytes, isLengthAnnounced: announced !== null };
}

/** Bytes announced for the body as it is read; null when unknown, as for a compressed one. */
function announcedLength(response: Response): number | null {
  const length = response.headers.get("content-length");
  const encoded = response.headers.has("content-encoding");
  return length !== null && /^\d+$/.test(length) && !encoded ? Number(length) : null;
}

/**
 * The charset announced, where it is one that can be read; UTF-8 otherwise, which the site uses.
 */
function charset(response: Response): string {
  const declared = /charset\s*=\s*"?([\w:.-]+)/i.exec(response.headers.get("content-type") ?? "")
    ?.[1];
  if (declared === undefined) return "utf-8";
  try {
    return new TextDecoder(declared).encoding;
  } catch (error) {
    if (error instanceof RangeError) return "utf-8";
    throw error;
  }
}
