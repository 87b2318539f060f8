import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import { ProblemError, quoteValue } from "./problem.ts";

/** What the documentation says of a body that is refused. */
export const BODY_STATUSES = {
  413: "The body is too large",
  415: "The body is not JSON",
  422: "A value in the body is refused",
} as const;

/** Largest body read: ten times what the largest accepted request needs. */
const MAX_BODY_BYTES = 64 * 1024;
/**
 * Of a body that is too large, so many bytes are read and dropped: its sender reads the refusal
 * only after sending, and gives up if the connection is closed before.
 */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024;
/** Longest time a client may take to send its body, ms: the largest body needs 52 kbit/s. */
const BODY_TIMEOUT_MS = 10_000;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * Tells whether the body says it is JSON.
 *
 * @param missing What a request without a content type counts as.
 */
export function isJson(request: Request, { missing }: { missing: boolean }): boolean {
  const type = request.headers.get("content-type");
  // A text body given to `fetch` without a content type gets this one by itself.
  return type === null ? missing : JSON_TYPE.test(type);
}

/**
 * Refuses a body that does not say it is JSON.
 *
 * @throws {ProblemError} 415.
 */
export function requireJson(request: Request): void {
  if (isJson(request, { missing: false })) return;
  throw new ProblemError(415, {
    kind: "unsupported-media-type",
    title: "The body is not JSON",
    errors: [{
      parameter: "content-type",
      given: quoteValue(request.headers.get("content-type") ?? undefined),
      accepted: "application/json",
    }],
  });
}

function tooLarge(): ProblemError {
  return new ProblemError(413, {
    kind: "invalid-parameter",
    title: "The body is too large",
    errors: [{
      parameter: "body",
      given: `more than ${MAX_BODY_BYTES} bytes`,
      accepted: `at most ${MAX_BODY_BYTES} bytes`,
    }],
    headers: { connection: "close" },
  });
}

/** Reads and drops what is left, up to a timeoutMs: a client that still sends does not read. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let dropped = 0; dropped < MAX_DRAINED_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return;
    dropped += value.byteLength;
  }
  await reader.cancel();
}

/**
 * Reads the body of a request as text, never holding more than {@linkcode MAX_BODY_BYTES} bytes.
 *
 * @throws {ProblemError} 413 when it is larger, 408 when it does not arrive, 400 when it is no
 * UTF-8.
 */
export async function readText(request: Request): Promise<string> {
  return decode(await readBytes(request));
}

/** The same as bytes. @throws {ProblemError} 413 when it is larger, 408 when it does not arrive. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  return await withTimeout(collect(reader, request), {
    timeoutMs: BODY_TIMEOUT_MS,
    onTimeout: () => {
      // The connection is of no use to anybody any more: what ends it is not worth an error.
      reader.cancel().catch(() => undefined);
      throw new ProblemError(408, { title: "The body did not arrive in time" });
    },
  });
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  request: Request,
): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    await drain(reader);
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > MAX_BODY_BYTES) {
      await drain(reader);
      throw tooLarge();
    }
    chunks.push(value);
  }
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ProblemError(400, {
      kind: "malformed-body",
      title: "The body is not UTF-8 text",
      cause,
    });
  }
}

/** JSON has no such numbers, yet Python's clients write them: outside of texts only. */
const NOT_A_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/**
 * Parses JSON; `NaN` and `Infinity` come out as texts, so that a schema refuses them by the name of
 * their field.
 *
 * @throws {SyntaxError} When it is no JSON.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    return JSON.parse(text.replace(NOT_A_NUMBER, (part) => part[0] === '"' ? part : `"${part}"`));
  }
}
