import { createHash } from "node:crypto";
import { type HeavyWork, TooBusyError } from "@mypacer/shared/process/heavy_work.ts";
import { ifNoneMatch } from "@std/http/etag";
import { LRUCache } from "lru-cache";
import {
  acceptedCodings,
  type BodyPart,
  type CodedBody,
  type Coding,
  compressQuickly,
  compressWell,
  plainBody,
  setCoding,
} from "./body_coding.ts";
import type { PagePart } from "./inline_styles.ts";
import { mayAskForPublicPage, publicAddress } from "./public_address.ts";

/** Bytes of pages that were asked for more than once: some 500 of 20 to 30 kB. */
const KNOWN_BYTES = 12_000_000;
/** Bytes of pages that were asked for once. */
const NEW_BYTES = 4_000_000;
/** What a page takes beside its body and its address, bytes: its headers, and the entry. */
const BESIDE_BODY = 2500;

/** How long nginx may answer by itself, s; it keeps this header to itself. */
const NGINX_SECONDS = "10";

/** A page as it was drawn. */
export interface DrawnPage {
  status: number;
  headers: Headers;
  parts: readonly PagePart[];
}

/** Draws what the request at hand asks for: a page, or any other answer. */
export type Draw = () => Promise<DrawnPage | Response>;

/** A page that is the same for everybody who accepts the same codings, ready to be sent. */
interface PublicPage {
  etag: string;
  coding: Coding | null;
  /** Length of its body, bytes. */
  size: number;
  /** Whether it cannot be made smaller. */
  smallest: boolean;
  accepted: readonly Coding[];
  /** Of the page without its coding. */
  headers: Headers;
  /**
   * Its whole answer, and one that says that nothing changed: copies are sent. A copy shares the
   * body and needs no check of its headers, which takes half the time of a new answer.
   */
  full: Response;
  unchanged: Response;
}

/** Bounds of {@linkcode PublicPages}, bytes. */
export interface PublicPagesBounds {
  known: number;
  new: number;
}

/**
 * Draws the pages that name nobody once and keeps them compressed, until what they rest on changes.
 *
 * A page that was asked for once is kept among the new ones, a second request moves it to the known
 * ones: any number of different addresses, each asked for once, leaves the known pages in memory.
 */
export class PublicPages {
  readonly #basis: () => Promise<string>;
  readonly #heavyWork: HeavyWork;
  readonly #known: LRUCache<string, PublicPage>;
  readonly #new: LRUCache<string, PublicPage>;
  /** Pages being drawn; null for what turns out to be no public page. */
  readonly #underWay = new Map<string, Promise<PublicPage | null>>();
  #current = "";
  #compressing = false;

  /**
   * @param basis All that a public page rests on beside its address and the build, as a text: where
   *   it differs, no page from before is sent.
   * @param heavyWork Gives a turn to what makes known pages smaller.
   */
  constructor(
    { basis, heavyWork, bounds = { known: KNOWN_BYTES, new: NEW_BYTES } }: {
      basis: () => Promise<string>;
      heavyWork: HeavyWork;
      bounds?: PublicPagesBounds;
    },
  ) {
    this.#basis = basis;
    this.#heavyWork = heavyWork;
    this.#known = boundedPages(bounds.known);
    this.#new = boundedPages(bounds.new);
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#known.calculatedSize + this.#new.calculatedSize;
  }

  /**
   * Answers a request for a page that is kept, without reading its address: one that is written as
   * that of a kept page means the same.
   *
   * @returns Null where the page is not kept, or not public.
   */
  async kept(request: Request): Promise<Response | null> {
    if (!mayAskForPublicPage(request)) return null;
    await this.#renew();
    const page = this.#find(keyOf(writtenAddress(request.url), acceptedCodings(request)));
    return page === undefined ? null : send(page, request);
  }

  /** Answers a request for a page, public or not. */
  async answer(request: Request, draw: Draw): Promise<Response> {
    const address = publicAddress(request);
    const accepted = acceptedCodings(request);
    if (address === null) return sendOnce(await draw(), accepted);
    const basis = await this.#renew();
    const key = keyOf(address, accepted);
    const page = this.#find(key);
    if (page !== undefined) return send(page, request);
    const underWay = this.#underWay.get(key);
    const drawn = underWay === undefined
      ? await this.#drawPublic(key, { basis, accepted, draw })
      // What turned out to be no public page is another one for everybody.
      : await underWay ?? await draw();
    return "etag" in drawn ? send(drawn, request) : sendOnce(drawn, accepted);
  }

  /** Forgets all pages where what they rest on has changed. @returns What they rest on now. */
  async #renew(): Promise<string> {
    const basis = await this.#basis();
    if (basis !== this.#current) {
      this.#current = basis;
      this.#known.clear();
      this.#new.clear();
      this.#underWay.clear();
    }
    return basis;
  }

  #find(key: string): PublicPage | undefined {
    let page = this.#known.get(key);
    if (page === undefined) {
      page = this.#new.get(key);
      if (page === undefined) return undefined;
      this.#new.delete(key);
      this.#known.set(key, page);
    }
    if (!page.smallest) void this.#makeSmaller(key, page);
    return page;
  }

  /** One page at a time; a page that finds no turn has another one with its next request. */
  async #makeSmaller(key: string, page: PublicPage): Promise<void> {
    if (this.#compressing) return;
    this.#compressing = true;
    try {
      const { coding, accepted } = page;
      const bytes = await page.full.clone().bytes();
      const body = await this.#heavyWork.run(() => compressWell({ bytes, coding }, accepted));
      // It may have been dropped meanwhile.
      if (this.#known.peek(key) === page) {
        this.#known.set(key, readyPage(body, { ...page, smallest: true }));
      }
    } catch (error) {
      if (!(error instanceof TooBusyError)) throw error;
    } finally {
      this.#compressing = false;
    }
  }

  /** Draws a page, and keeps it where it is public. */
  async #drawPublic(
    key: string,
    { basis, accepted, draw }: { basis: string; accepted: readonly Coding[]; draw: Draw },
  ): Promise<PublicPage | DrawnPage | Response> {
    const { promise, resolve } = Promise.withResolvers<PublicPage | null>();
    this.#underWay.set(key, promise);
    let page: PublicPage | null = null;
    try {
      const drawn = await draw();
      if (drawn instanceof Response || !isPublic(drawn)) return drawn;
      page = makePublicPage(drawn, { accepted, isFirst: !key.includes("?") });
      if (basis === this.#current) this.#new.set(key, page);
      return page;
    } finally {
      this.#underWay.delete(key);
      resolve(page);
    }
  }
}

const keyOf = (address: string, accepted: readonly Coding[]) => `${accepted} ${address}`;

/** Path and query of an address as they are written. */
const writtenAddress = (url: string) => url.slice(url.indexOf("/", url.indexOf("//") + 2));

function boundedPages(maxSize: number): LRUCache<string, PublicPage> {
  return new LRUCache({
    maxSize,
    sizeCalculation: ({ size }, key) => size + key.length + BESIDE_BODY,
  });
}

/** Whether the headers of a page say that it is the same for everybody. */
function isPublic({ status, headers }: DrawnPage): boolean {
  return status === 200 && headers.get("cache-control") === "no-cache" &&
    !headers.has("set-cookie") && !headers.has("x-robots-tag");
}

/** @param isFirst Whether it has no query: there are few such pages, those of first visits. */
function makePublicPage(
  { parts, headers }: DrawnPage,
  { accepted, isFirst }: { accepted: readonly Coding[]; isFirst: boolean },
): PublicPage {
  const etag = tagOf(parts);
  headers.set("etag", etag);
  headers.set("x-accel-expires", NGINX_SECONDS);
  const body = isFirst
    ? compressWell(plainBody(bodyParts(parts)), accepted)
    : compressQuickly(bodyParts(parts), accepted);
  return readyPage(body, {
    etag,
    headers,
    accepted,
    smallest: isFirst || body.coding === null,
  });
}

/** The tag of a page: weak, because it is that of the page in every coding. */
function tagOf(parts: readonly PagePart[]): string {
  const hash = createHash("sha256");
  // The source of a style sheet is its hash.
  for (const part of parts) hash.update(typeof part === "string" ? part : part.source);
  return `W/"${hash.digest("base64")}"`;
}

const encoder = new TextEncoder();

const bodyParts = (parts: readonly PagePart[]): BodyPart[] =>
  parts.map((part) => typeof part === "string" ? encoder.encode(part) : part);

function readyPage(
  { bytes, coding }: CodedBody,
  page: Pick<PublicPage, "etag" | "headers" | "accepted" | "smallest">,
): PublicPage {
  const headers = new Headers(page.headers);
  setCoding(headers, coding);
  const full = new Response(bytes, { headers });
  headers.delete("content-type");
  headers.delete("content-encoding");
  return {
    ...page,
    coding,
    size: bytes.byteLength,
    full,
    unchanged: new Response(null, { status: 304, headers }),
  };
}

/** The page, or that it is still the one that the sender of the request has. */
function send({ etag, full, unchanged }: PublicPage, { headers }: Request): Response {
  const theirs = headers.get("if-none-match");
  return (theirs !== null && !ifNoneMatch(theirs, etag) ? unchanged : full).clone();
}

/** The answer with a page that nobody keeps. */
function sendOnce(drawn: DrawnPage | Response, accepted: readonly Coding[]): Response {
  if (drawn instanceof Response) return drawn;
  const { status, headers, parts } = drawn;
  const { bytes, coding } = compressQuickly(bodyParts(parts), accepted);
  setCoding(headers, coding);
  return new Response(bytes, { status, headers });
}
