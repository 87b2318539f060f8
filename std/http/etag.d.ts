/** Signatures of `@std/http/etag` 1; the package on npm is plain JavaScript. */

/** Options of {@linkcode eTag}. */
export interface ETagOptions {
  /** Digest of the content, `"SHA-256"` unless given. */
  algorithm?: AlgorithmIdentifier;
  /** Whether the tag is weak. Default: strong for text and bytes. */
  weak?: boolean;
}

/** Calculates the entity tag of a text or of bytes, quotes included. */
export function eTag(entity: string | Uint8Array, options?: ETagOptions): Promise<string>;
/** Tells whether an `If-Match` header allows the request for this tag. */
export function ifMatch(value: string | null, etag: string | undefined): boolean;
/**
 * Tells whether the content has changed for the sender of this `If-None-Match` (weak comparison).
 */
export function ifNoneMatch(value: string | null, etag: string | undefined): boolean;
