import type { LoadRequest } from "./autocannon.d.ts";
import { CLIENTS } from "./load.ts";
import { type RequestRate, requestRate } from "./request_rate.ts";

/** What a browser accepts. */
const CODINGS = { "accept-encoding": "gzip, deflate, br, zstd" };

/** A pace or a time as an address has it: `5:07`, `1:02:03`. */
function written(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** Other addresses of a page: more than are asked for while it is measured. */
const OTHERS = 14_000;

/** Pages that name nobody: their first address, and one of so many others of the same size. */
const PAGES: Readonly<Record<string, { path: string; other: (index: number) => string }>> = {
  home: {
    path: "/",
    other: (index) =>
      `/?slow=${written(360 + index % 120)}&fast=${written(180 + Math.floor(index / 120) % 120)}`,
  },
  planner: {
    path: "/planificateur",
    other: (index) => `/planificateur?d=42195&t=${written(9000 + index % 14_400)}`,
  },
  predictor: {
    path: "/predictions",
    other: (index) => `/predictions?r=42195@${written(9000 + index % 14_400)}`,
  },
};

/**
 * Pages a second, by page: of one state, of its headers alone (HEAD), of one whose tag the browser
 * has, of others each time.
 */
export interface PageSpeeds {
  /** What asked for them, but for HEAD. */
  client: RequestRate["client"];
  /** Of a Deno server that answers two words. */
  hello_rps: number;
  [page: `${string}_rps`]: number;
}

/** Measures how many pages that name nobody a site answers in a second. */
export async function measurePages(url: string, seconds: number): Promise<PageSpeeds> {
  let client: RequestRate["client"] = "wrk";
  const rateOf = async (requests: Partial<LoadRequest>[], of = url) => {
    const rate = await requestRate(of, {
      requests: requests.map((own) => ({ method: "GET", path: "/", headers: CODINGS, ...own })),
      seconds,
    });
    client = rate.client;
    return Math.round(rate.rps);
  };
  await using hello = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => new Response("hello, world"),
  );
  const helloRps = await rateOf([{}], `http://127.0.0.1:${hello.addr.port}`);
  const speeds: PageSpeeds = { client, hello_rps: helloRps };
  for (const [name, { path, other }] of Object.entries(PAGES)) {
    speeds[`${name}_rps`] = await rateOf([{ path }]);
    speeds[`${name}_head_rps`] = await headRate(url + path, seconds);
    const etag = await tagOf(url + path);
    const headers = { ...CODINGS, "if-none-match": etag };
    speeds[`${name}_304_rps`] = await rateOf([{ path, headers }]);
    const others = Array.from({ length: OTHERS }, (_, index) => ({ path: other(index) }));
    speeds[`${name}_new_rps`] = await rateOf(others);
  }
  return speeds;
}

/** HEAD requests a second, by `fetch`: the others wait for the body that no answer has. */
async function headRate(address: string, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let answers = 0;
  const client = async () => {
    while (performance.now() < end) {
      const response = await fetch(address, { method: "HEAD", headers: CODINGS });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HEAD ${address}: ${response.status}`);
      answers++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return Math.round(answers / seconds);
}

async function tagOf(address: string): Promise<string> {
  const response = await fetch(address);
  await response.body?.cancel();
  return response.headers.get("etag") ?? "";
}
