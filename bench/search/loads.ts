import { say } from "@mypacer/shared/process/command_line.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import type { LoadRequest } from "../autocannon.d.ts";
import { startChild } from "../child.ts";
import { load, type LoadFigures } from "../load.ts";
import { type RequestRate, requestRate } from "../request_rate.ts";
import type { Question } from "./kinds.ts";
import { mixKinds } from "./mixed_order.ts";

/** Numbers of clients that ask at once. */
const CLIENTS = [1, 8, 64] as const;
/** Length of the load of one kind, s. */
const KIND_SECONDS = 2;
/** Results that a whole page of the bench asks for, and those that the site's search box shows. */
const PAGE = 10;
const SUGGESTIONS = 8;

/** Figures by number of clients. */
export type ByClients = Record<string, LoadFigures>;

/** What the search came to under loads of several sorts. */
export interface SearchLoads {
  /** All kinds of queries, mixed. */
  mixed: ByClients;
  /** Letters as they are typed. */
  typing: ByClients;
  threeLetters: ByClients;
  /** One client, by kind. */
  kinds: Record<string, LoadFigures>;
  /** Answers a second of a server that only says hello. */
  helloRps: number;
  /** What the server can do where the client takes little of the processor, by load. */
  rates: Record<string, RequestRate>;
}

const request = (text: string, limit: number): LoadRequest => ({
  method: "GET",
  path: `/athletes?${new URLSearchParams({ q: text, limit: String(limit) })}`,
  headers: { accept: "application/json" },
});

async function loadByClients(
  url: string,
  requests: LoadRequest[],
  { what, seconds }: { what: string; seconds: number },
): Promise<ByClients> {
  const loads: ByClients = {};
  for (const clients of CLIENTS) {
    say(`Measuring ${clients} ${clients === 1 ? "client" : "clients"}: ${what}`);
    loads[String(clients)] = await load(url, { requests, seconds, clients });
  }
  return loads;
}

const HELLO: LoadRequest = { method: "GET", path: "/", headers: {} };

async function measureHello(seconds: number): Promise<{ rps: number; rate: RequestRate }> {
  say("Measuring a server that only says hello");
  const url = `http://127.0.0.1:${freePort()}`;
  await using _server = await startChild(["bench/search/hello.ts"], {
    readyUrl: url,
    env: { API_PORT: new URL(url).port },
  });
  const { rps } = await load(url, { requests: [HELLO], seconds });
  return { rps, rate: await requestRate(url, { requests: [HELLO], seconds }) };
}

/** Puts the API under all loads, one after the other. */
export async function measureLoads(
  url: string,
  { questions, letters, threeLetters, seconds }: {
    questions: readonly Question[];
    letters: readonly string[];
    threeLetters: readonly string[];
    seconds: number;
  },
): Promise<SearchLoads> {
  const mixed = mixKinds(questions).map(({ text }) => request(text, PAGE));
  const typed = (texts: readonly string[]) => texts.map((text) => request(text, SUGGESTIONS));
  const kinds: Record<string, LoadFigures> = {};
  const byKind = Map.groupBy(questions, ({ kind }) => kind);
  for (const [kind, ofKind] of byKind) {
    say(`Measuring 1 client: ${kind}`);
    kinds[kind] = await load(url, {
      requests: ofKind.map(({ text }) => request(text, PAGE)),
      seconds: KIND_SECONDS,
      clients: 1,
    });
  }
  const streams = {
    "all kinds": mixed,
    "letters as typed": typed(letters),
    "three letters": typed(threeLetters),
  };
  const rates: Record<string, RequestRate> = {};
  for (const [what, requests] of Object.entries(streams)) {
    say(`Measuring requests a second: ${what}`);
    rates[what] = await requestRate(url, { requests, seconds });
  }
  const of = (what: keyof typeof streams) => loadByClients(url, streams[what], { what, seconds });
  const loads = {
    mixed: await of("all kinds"),
    typing: await of("letters as typed"),
    threeLetters: await of("three letters"),
  };
  const hello = await measureHello(seconds);
  return { ...loads, kinds, helloRps: hello.rps, rates: { ...rates, hello: hello.rate } };
}
