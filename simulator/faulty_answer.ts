import type { ActiveFault } from "./faults.ts";
import { page } from "./pages/markup.ts";

/** Seconds that a `timeout` holds its answer back, and that others ask to wait, unless told. */
const HELD = 60;
const RETRY_AFTER = 5;
const OVERLOADED = "<html><body><h1>Service Unavailable</h1></body></html>";

const HTML = { "content-type": "text/html; charset=utf-8" };

/** The short answer of a site that has too much to do. */
export function overloaded(headers: Record<string, string> = {}): Response {
  return new Response(OVERLOADED, { status: 503, headers: { ...HTML, ...headers } });
}

/** The answer that a fault gives in place of the page. */
export type FaultContext = {
  /** Makes the page that would have been answered. */
  answer: () => Promise<Response>;
  /** Makes the page of another address of its kind. */
  answerAnother: () => Promise<Response>;
  /** Waits, unless the client goes away or the simulator stops. */
  wait: (milliseconds: number) => Promise<void>;
};

/** Answers a request that a fault strikes. */
export async function faultyAnswer(
  { kind, seconds }: ActiveFault,
  { answer, answerAnother, wait }: FaultContext,
): Promise<Response> {
  switch (kind) {
    case "timeout":
      await wait((seconds ?? HELD) * 1000);
      return overloaded();
    case "truncated":
      return await shortened(await answer(), false);
    case "reset":
      return await shortened(await answer(), true);
    case "wrong-page":
      return await answerAnother();
    case "short-body":
      return new Response("<html><body></body></html>", { headers: HTML });
    case "forbidden":
      return new Response("<html><body><h1>403 Forbidden</h1></body></html>", {
        status: 403,
        headers: HTML,
      });
    case "too-many-requests":
      return new Response("<html><body><h1>Too Many Requests</h1></body></html>", {
        status: 429,
        headers: { ...HTML, "retry-after": String(seconds ?? RETRY_AFTER) },
      });
    case "processing-error":
      return new Response(
        page(
          "Erreur",
          '<div style="border:1px solid red;color:red">Code Processing Error</div>',
        ),
        { headers: HTML },
      );
    default:
      return overloaded(seconds === undefined ? {} : { "retry-after": String(seconds) });
  }
}

/** Half of an answer: as if complete, or with the connection cut behind it. */
async function shortened(response: Response, cut: boolean): Promise<Response> {
  const bytes = await response.bytes();
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  const { status } = response;
  const type = response.headers.get("content-type") ?? "text/html";
  if (!cut) return new Response(half, { status, headers: { "content-type": type } });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(half),
    pull: (controller) => controller.error(new Error("Cut the connection, as asked for")),
  }, { highWaterMark: 0 });
  return new Response(body, { status, headers: { "content-type": type } });
}
