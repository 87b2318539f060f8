import { crc32 } from "node:zlib";
import { LRUCache } from "lru-cache";
import { type Coding, compress } from "./encoding.ts";

const encoder = new TextEncoder();

/**
 * The entity tag of a content. Weak: it stands for all codings of one body. A CRC and the length:
 * of two versions of an answer that are as long, one pair in four billion has the same. SHA-1 of a
 * few kilobytes takes six times as long.
 */
export function contentTag(content: string | Uint8Array<ArrayBuffer>): string {
  return `W/"${content.length.toString(36)}-${crc32(content).toString(36)}"`;
}

/** One JSON object with the fields of two, each of which has some. */
export function joinObjects(first: string, second: string): string {
  return `${first.slice(0, -1)},${second.slice(1)}`;
}

/**
 * A body that is sent more than once: its bytes, its entity tag and its compressed forms are made
 * once.
 */
export class PreparedBody {
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly times: "often" | "once";
  readonly #compressed = new Map<Coding, Uint8Array<ArrayBuffer>>();

  private constructor(
    bytes: Uint8Array<ArrayBuffer>,
    { etag, often }: { etag: string; often: boolean },
  ) {
    this.bytes = bytes;
    this.etag = etag;
    this.times = often ? "often" : "once";
  }

  /**
   * Prepares a text.
   *
   * @param etag Entity tag where the text holds more than its content, e.g. how old it is.
   * @param often Whether it is sent many times: then compressing it is worth more work.
   */
  static of(
    text: string,
    { etag, often = true }: { etag?: string; often?: boolean } = {},
  ): PreparedBody {
    const bytes = encoder.encode(text);
    return new PreparedBody(bytes, { etag: etag ?? contentTag(bytes), often });
  }

  /** The body in a coding. */
  compressed(coding: Coding): Uint8Array<ArrayBuffer> {
    let compressed = this.#compressed.get(coding);
    if (compressed === undefined) {
      compressed = compress(this.bytes, { coding, times: this.times });
      this.#compressed.set(coding, compressed);
    }
    return compressed;
  }
}

/**
 * Recently sent bodies by what asked for them, bounded in number and in bytes; the longest unused
 * goes first.
 */
export class BodyCache {
  readonly #bodies: LRUCache<string, PreparedBody>;
  hits = 0;
  misses = 0;

  /** @param limits A body that alone fills more than a quarter of the bytes is not kept. */
  constructor(limits: { entries: number; bytes: number } = { entries: 256, bytes: 16e6 }) {
    this.#bodies = new LRUCache({
      max: limits.entries,
      maxSize: limits.bytes,
      maxEntrySize: Math.floor(limits.bytes / 4),
      // The compressed forms together take less than half of the body.
      sizeCalculation: ({ bytes }, key) => 2 * key.length + Math.ceil(1.5 * bytes.byteLength),
    });
  }

  get(key: string): PreparedBody | undefined {
    const body = this.#bodies.get(key);
    if (body === undefined) this.misses++;
    else this.hits++;
    return body;
  }

  set(key: string, body: PreparedBody): void {
    this.#bodies.set(key, body);
  }

  /** Bytes held, compressed forms estimated. */
  get bytes(): number {
    return this.#bodies.calculatedSize;
  }

  get size(): number {
    return this.#bodies.size;
  }
}
