import { type ActiveFault, isHostRedirect } from "./faults.ts";
import { otherHost } from "./other_host.ts";
import { page } from "../pages/markup.ts";
import {
  ASP_NET_ERROR_PAGE,
  CHALLENGE_PAGE,
  ERROR_PAGE,
  MAINTENANCE_PAGE,
} from "../pages/trouble_pages.ts";

/** Seconds that a `timeout` holds its answer back, and that others ask to wait, unless told. */
const HELD = 60;
/** Seconds after which a `slow` answer comes, at least and at most, unless told. */
const SLOW: readonly [number, number] = [30, 50];
const RETRY_AFTER = 5;
const OVERLOADED = "<html><body><h1>Service Unavailable</h1></body></html>";

const HTML = { "content-type": "text/html; charset=utf-8" };

/** The short answer of a site that has too much to do. */
export function overloadAnswer(headers: Record<string, string> = {}): Response {
  return new Response(OVERLOADED, { status: 503, headers: { ...HTML, ...headers } });
}

/** What an answer to a request that a fault strikes is made from. */
export type FaultContext = {
  /** The request's address, its host as the client wrote it. */
  url: URL;
  /** Where within a range of seconds this answer lies: 0 to 1. */
  chance: number;
  /** Makes the page that would have been answered. */
  answer: () => Promise<Response>;
  /** Makes the page of another address of its kind. */
  answerAnother: () => Promise<Response>;
  /** Waits, unless the client goes away or the simulator stops. */
  wait: (milliseconds: number) => Promise<void>;
};

/** Answers a request that a fault strikes. */
export async function faultyAnswer(
  { kind, seconds, status }: ActiveFault,
  { url, chance, answer, answerAnother, wait }: FaultContext,
): Promise<Response> {
  if (isHostRedirect(kind)) {
    const location = otherHost(kind, url)?.href ?? url.href;
    return new Response(null, { status: 301, headers: { location } });
  }
  switch (kind) {
    case "slow":
      await wait((seconds ?? SLOW[0] + (SLOW[1] - SLOW[0]) * chance) * 1000);
      return await answer();
    case "maintenance":
      return whole(MAINTENANCE_PAGE, status ?? 200);
    case "challenge":
      return whole(CHALLENGE_PAGE, status ?? 403);
    case "asp-net-error":
      return whole(ASP_NET_ERROR_PAGE, status ?? 200);
    case "error-page":
      return whole(ERROR_PAGE, status ?? 200);
    case "timeout":
      await wait((seconds ?? HELD) * 1000);
      return overloadAnswer();
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
      return overloadAnswer(seconds === undefined ? {} : { "retry-after": String(seconds) });
  }
}

function whole(html: string, status: number): Response {
  return new Response(html, { status, headers: HTML });
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
