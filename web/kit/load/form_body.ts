/** Largest form read by default, bytes: far more than the forms of the site send. */
const MAX_FORM = 16 * 1024;

/**
 * Reads a form that was posted.
 *
 * @param most Largest form of its kind, bytes.
 * @returns `null` when it is not a form of this site: another type, or too large.
 */
export async function readForm(
  request: Request,
  most = MAX_FORM,
): Promise<URLSearchParams | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(await new Blob(chunks as BlobPart[]).text());
}

/** Refuses a form with a short text: its sender is not a page of this site. */
export function refuseForm(status: number, reason: string): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
