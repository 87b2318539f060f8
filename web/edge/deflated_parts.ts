import { constants, crc32, deflateRawSync } from "node:zlib";

/** Begins a body in gzip: deflated, without name and time, made on any system (RFC 1952, 2.3). */
const HEAD = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block (RFC 1951, 3.2.6). */
const LAST_BLOCK = new Uint8Array([3, 0]);

/** Deflates a part of a body so that other parts may stand before and after it. */
export function deflatePart(bytes: Uint8Array, level: number): Uint8Array<ArrayBuffer> {
  // Flushed it ends with a whole byte, and is not the last.
  return new Uint8Array(deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH }));
}

/** Joins deflated parts to one body in gzip. */
export function joinDeflated(
  parts: readonly { bytes: Uint8Array; deflated: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const foot = new DataView(new ArrayBuffer(8));
  foot.setUint32(0, parts.reduce((sum, { bytes }) => crc32(bytes, sum), 0), true);
  foot.setUint32(4, parts.reduce((length, { bytes }) => length + bytes.byteLength, 0), true);
  const deflated = parts.map((part) => part.deflated);
  return joinBytes([HEAD, ...deflated, LAST_BLOCK, new Uint8Array(foot.buffer)]);
}

/** Joins pieces of bytes. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, { byteLength }) => length + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return joined;
}
