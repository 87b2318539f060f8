import { type ActiveFault, isHostRedirect } from "./faults.ts";
import { otherHost } from "./other_host.ts";
import { page } from "../pages/markup.ts";
import {
  ASP_NET_ERROR_PAGE,
  CHALLENGE_PAGE,
  ERROR_PAGE,
  MAINTENANCE_PAGE,
} from "../pages/trouble_pages.ts";

/** Seconds that a `timeout` holds its answer back by default: as long as a crawl waits. */
const TIMEOUT_S = 60;
/** Seconds after which a `slow` answer comes by default: a visitor waits less, a crawl more. */
const SLOW_S: readonly [number, number] = [30, 50];
/** Seconds that `too-many-requests` asks to wait by default: few, so that tests go on. */
const RETRY_AFTER_S = 5;
const OVERLOAD_PAGE = "<html><body><h1>Service Unavailable</h1></body></html>";

const HTML = { "content-type": "text/html; charset=utf-8" };

/** The short answer of a site that has too much to do. */
export function overloadAnswer(headers: Record<string, string> = {}): Response {
  return new Response(OVERLOAD_PAGE, { status: 503, headers: { ...HTML, ...headers } });
}

/** What the answer to a request is made from that a fault strikes. */
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
      await wait((seconds ?? SLOW_S[0] + (SLOW_S[1] - SLOW_S[0]) * chance) * 1000);
      return await answer();
    case "maintenance":
      return htmlResponse(MAINTENANCE_PAGE, status ?? 200);
    case "challenge":
      return htmlResponse(CHALLENGE_PAGE, status ?? 403);
    case "asp-net-error":
      return htmlResponse(ASP_NET_ERROR_PAGE, status ?? 200);
    case "error-page":
      return htmlResponse(ERROR_PAGE, status ?? 200);
    case "timeout":
      await wait((seconds ?? TIMEOUT_S) * 1000);
      return overloadAnswer();
    case "truncated":
      return await cutInHalf(await answer(), false);
    case "reset":
      return await cutInHalf(await answer(), true);
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
        headers: { ...HTML, "retry-after": String(seconds ?? RETRY_AFTER_S) },
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

function htmlResponse(html: string, status: number): Response {
  return new Response(html, { status, headers: HTML });
}

/** The first half of an answer: as if it were whole, or with the connection cut behind it. */
async function cutInHalf(response: Response, cut: boolean): Promise<Response> {
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
