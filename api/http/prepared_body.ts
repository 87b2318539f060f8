import { eTag } from "@std/http/etag";
import { type Coding, compress } from "./encoding.ts";

const encoder = new TextEncoder();

/** The entity tag of a content. Weak: it stands for all codings of one body. */
export async function contentTag(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return await eTag(content, { weak: true });
}

/**
 * A body that is sent more than once: its bytes, its entity tag and its compressed forms are made
 * once.
 */
export class PreparedBody {
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #compressed = new Map<Coding, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #often: boolean;

  private constructor(
    bytes: Uint8Array<ArrayBuffer>,
    { etag, often }: { etag: string; often: boolean },
  ) {
    this.bytes = bytes;
    this.etag = etag;
    this.#often = often;
  }

  /**
   * Prepares a text.
   *
   * @param etag Entity tag where the text holds more than its content, e.g. how old it is.
   * @param often Whether it is sent many times: then compressing it is worth more work.
   */
  static async of(
    text: string,
    { etag, often = true }: { etag?: string; often?: boolean } = {},
  ): Promise<PreparedBody> {
    const bytes = encoder.encode(text);
    return new PreparedBody(bytes, { etag: etag ?? await contentTag(bytes), often });
  }

  /** The body in a coding; those who ask while it is being made share the work. */
  compressed(coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
    let made = this.#compressed.get(coding);
    if (made === undefined) {
      made = compress(this.bytes, { coding, often: this.#often });
      this.#compressed.set(coding, made);
      made.catch(() => this.#compressed.delete(coding));
    }
    return made;
  }
}

/**
 * Recently sent bodies by what asked for them, bounded in number and in bytes; the longest unused
 * goes first.
 */
export class BodyCache {
  readonly #bodies = new Map<string, PreparedBody>();
  readonly #limits: { entries: number; bytes: number };
  #bytes = 0;
  hits = 0;
  misses = 0;

  constructor(limits: { entries: number; bytes: number } = { entries: 256, bytes: 16e6 }) {
    this.#limits = limits;
  }

  get(key: string): PreparedBody | undefined {
    const body = this.#bodies.get(key);
    if (body === undefined) {
      this.misses++;
      return undefined;
    }
    this.hits++;
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    return body;
  }

  /** Keeps a body; one that alone fills more than a quarter of the room is not kept. */
  set(key: string, body: PreparedBody): void {
    const size = weight(key, body);
    if (size > this.#limits.bytes / 4) return;
    this.#remove(key);
    this.#bodies.set(key, body);
    this.#bytes += size;
    for (const oldest of this.#bodies.keys()) {
      if (this.#bodies.size <= this.#limits.entries && this.#bytes <= this.#limits.bytes) break;
      this.#remove(oldest);
    }
  }

  /** Bytes held, compressed forms estimated. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#bodies.size;
  }

  #remove(key: string): void {
    const body = this.#bodies.get(key);
    if (body === undefined) return;
    this.#bodies.delete(key);
    this.#bytes -= weight(key, body);
  }
}

/** The compressed forms together take less than half of the body. */
function weight(key: string, body: PreparedBody): number {
  return 2 * key.length + 1.5 * body.bytes.byteLength;
}
