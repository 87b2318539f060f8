import { findFirst, type HtmlNode, parseHtml, text } from "@mypacer/shared/federation/html.ts";

const BUILD = new URL("../.output/", import.meta.url);

/** One line of the server's log. */
export interface LogLine {
  level: string;
  message: string;
  [field: string]: unknown;
}

/** The built server as a separate process. */
export interface BuiltSite extends AsyncDisposable {
  url: string;
  /** Lines logged so far, including lines that are not JSON. */
  log: LogLine[];
  /** All its output. */
  written(): string;
  /** Requests a path literally, without following redirects. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Requests a page and reads it. */
  page(path: string, init?: RequestInit): Promise<ReadPage>;
  /** Sends a signal; returns the exit code. */
  end(signal: Deno.Signal): Promise<number>;
}

/** An answered page. */
export interface ReadPage {
  response: Response;
  html: string;
  document: HtmlNode;
  /** Text of its body, without scripts. */
  text: string;
}

/**
 * Starts the built server with the permissions it has in service.
 *
 * @param apiUrl Address of the API.
 * @param build Folder of the build.
 * @throws {Error} With its output, when it ends before it listens.
 */
export async function startBuiltSite(
  apiUrl: string,
  { build = BUILD, environment = {} }: { build?: URL; environment?: Record<string, string> } = {},
): Promise<BuiltSite> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--no-config",
      "--cached-only",
      "--quiet",
      // As in production: threads share a port, and without the second Deno warns about each
      // request whose signal is used.
      "--unstable-net",
      "--unstable-no-legacy-abort",
      "--allow-net=127.0.0.1",
      `--allow-read=${decodeURIComponent(build.pathname)}`,
      "--allow-env",
      decodeURIComponent(new URL("server/index.mjs", build).pathname),
    ],
    env: {
      WEB_PORT: "0",
      HOST: "127.0.0.1",
      WEB_THREADS: Deno.env.get("WEB_THREADS") ?? "1",
      API_URL: apiUrl,
      LOG_LEVEL: "info",
      ...environment,
    },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const log: LogLine[] = [];
  let written = "";
  const listening = Promise.withResolvers<number>();
  const read = (async () => {
    let rest = "";
    for await (const chunk of child.stderr.pipeThrough(new TextDecoderStream())) {
      written += chunk;
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines.filter((text) => text.startsWith("{"))) {
        const entry: LogLine = JSON.parse(line);
        log.push(entry);
        if (entry.message === "listening") listening.resolve(Number(entry.port));
      }
    }
  })();
  const ended = child.status.then(async ({ code }) => {
    await read;
    listening.reject(new Error(`The site ended with code ${code}: ${written}`));
    return code;
  });
  // A site that is ended on purpose rejects this promise, which nobody awaits then.
  listening.promise.catch(() => {});
  const url = `http://127.0.0.1:${await listening.promise}`;

  const site: BuiltSite = {
    url,
    log,
    written: () => written,
    ask: (path, init) => fetch(url + path, { redirect: "manual", ...init }),
    async page(path, init) {
      const response = await site.ask(path, init);
      const html = await response.text();
      const document = parseHtml(html);
      const body = findFirst(document, "body");
      return { response, html, document, text: body === null ? "" : text(body) };
    },
    async end(signal) {
      child.kill(signal);
      return await ended;
    },
    async [Symbol.asyncDispose]() {
      try {
        child.kill("SIGTERM");
      } catch (error) {
        // The process has already ended.
        if (!(error instanceof TypeError)) throw error;
      }
      await ended;
    },
  };
  return site;
}

/** A copy of the build without the files with these prefixes: a deployment that went wrong. */
export async function brokenBuild(...missing: string[]): Promise<URL & AsyncDisposable> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-broken-" });
  const url = new URL(`file://${folder}/`);
  const copy = async (from: URL, to: URL) => {
    await Deno.mkdir(to, { recursive: true });
    for await (const { name, isDirectory } of Deno.readDir(from)) {
      if (missing.some((start) => name.startsWith(start))) continue;
      if (isDirectory) await copy(new URL(`${name}/`, from), new URL(`${name}/`, to));
      else await Deno.copyFile(new URL(name, from), new URL(name, to));
    }
  };
  await copy(BUILD, url);
  return Object.assign(url, {
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  });
}
