import type { LoadRequest } from "./autocannon.d.ts";
import { CLIENTS, load } from "./load.ts";

/** How many requests a server answers in a second, as far as the client lets it. */
export interface RequestRate {
  rps: number;
  /** The program that asked: autocannon takes most of a core for some ten thousand answers. */
  client: "wrk" | "autocannon";
}

/** A second goes before, unmeasured, so that code is compiled. */
const WARM_UP_SECONDS = 1;

/**
 * Reads the requests, one behind the other with its length before, and sends each as it stands.
 * Threads begin at different places. Tells what came of it in one line.
 */
const SCRIPT = `
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end
local requests, next = {}, 0
function init(arguments)
  local file = io.open(arguments[1], "rb")
  while true do
    local length = file:read("*n")
    if length == nil then break end
    file:read(1)
    requests[#requests + 1] = file:read(length)
  end
  file:close()
  next = math.floor(number * #requests / tonumber(arguments[2]))
end
function request()
  next = next % #requests + 1
  return requests[next]
end
function done(summary)
  local errors = summary.errors
  io.write(string.format("answers %d microseconds %d errors %d\\n", summary.requests,
    summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
`;

/** A request as it goes over the wire. */
function written(
  { method, path, headers, body = "" }: LoadRequest,
  host: string,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const content = encoder.encode(body);
  const lines = Object.entries({
    host,
    ...headers,
    ...content.length === 0 ? {} : { "content-length": String(content.length) },
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = encoder.encode(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const whole = new Uint8Array(head.length + content.length);
  whole.set(head);
  whole.set(content, head.length);
  return whole;
}

/** What wrk told: answers a second. @throws {Error} With all it told, if any request failed. */
function readRate(output: string): number {
  const match = /answers (\d+) microseconds (\d+) errors (\d+)/.exec(output);
  if (match === null || match[3] !== "0") throw new Error(`wrk failed: ${output.trim()}`);
  return Number(match[1]) / Number(match[2]) * 1e6;
}

async function rateByWrk(
  url: string,
  { requests, seconds, clients }: { requests: LoadRequest[]; seconds: number; clients: number },
): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-wrk-" });
  try {
    const [script, list] = [`${folder}/script.lua`, `${folder}/requests`];
    await Deno.writeTextFile(script, SCRIPT);
    const parts = requests.flatMap((request) => {
      const bytes = written(request, new URL(url).host);
      return [`${bytes.length} `, bytes];
    });
    await Deno.writeFile(list, await new Blob(parts).bytes());
    const threads = String(Math.min(2, clients));
    const run = async (duration: number) => {
      const { success, stdout, stderr } = await new Deno.Command("wrk", {
        args: [
          `--threads=${threads}`,
          `--connections=${clients}`,
          `--duration=${duration}s`,
          `--script=${script}`,
          url,
          "--",
          list,
          threads,
        ],
      }).output();
      const text = new TextDecoder().decode(success ? stdout : stderr);
      return readRate(text);
    };
    await run(WARM_UP_SECONDS);
    return await run(seconds);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** @throws {Error} If the first request is refused: refusals would be counted as answers. */
async function assertAnswered(url: string, [first]: readonly LoadRequest[]): Promise<void> {
  if (first === undefined) throw new Error("Cannot measure: there is no request");
  const { method, path, headers, body = null } = first;
  const response = await fetch(new URL(path, url), { method, headers, body });
  await response.body?.cancel();
  if (response.status >= 400) {
    throw new Error(`Cannot measure: ${method} ${path} was answered with ${response.status}`);
  }
}

/** Whether wrk is installed: a package of Debian and others. */
async function hasWrk(): Promise<boolean> {
  try {
    await new Deno.Command("wrk", { args: ["--version"], stdout: "null", stderr: "null" }).output();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Measures how many requests a server answers in a second: by wrk, which takes little of the
 * processor that both share, else by autocannon. wrk tells no percentiles here: its own are
 * corrected for requests that it would have sent.
 *
 * @param requests Sent in turn, again and again.
 * @throws {Error} If the first request is refused, or wrk told of one that failed.
 */
export async function requestRate(
  url: string,
  { requests, seconds, clients = CLIENTS }: {
    requests: LoadRequest[];
    seconds: number;
    clients?: number;
  },
): Promise<RequestRate> {
  await assertAnswered(url, requests);
  if (!await hasWrk()) {
    const { rps } = await load(url, { requests, seconds, clients });
    return { rps, client: "autocannon" };
  }
  return { rps: await rateByWrk(url, { requests, seconds, clients }), client: "wrk" };
}
