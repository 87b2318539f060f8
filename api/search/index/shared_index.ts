import type { IndexData } from "./index_data.ts";
import { type Numbers, release } from "./build_memory.ts";

/**
 * All arrays of an index in one piece of memory that several threads read, and that a file holds as
 * it is:
 *
 * ```text
 * 0   length of the directory, bytes (Uint32)
 * 4   directory: the index as JSON, where an array is { array, offset, length }
 *     arrays, each on a multiple of 8 bytes; offsets count from the first
 * ```
 *
 * The directory follows the shape of {@linkcode IndexData}: another array there needs nothing here.
 */
export type SharedIndex = SharedArrayBuffer;

/** Where an array lies, as the directory tells. */
interface Place {
  array: Kind;
  /** Bytes behind the beginning of the first array. */
  offset: number;
  /** Numbers, not bytes. */
  length: number;
}

type Kind = "Uint8" | "Uint16" | "Uint32" | "Float64";
type MakeView = new (buffer: ArrayBufferLike, offset: number, length: number) => Numbers;

const KINDS: Readonly<Record<Kind, MakeView>> = {
  Uint8: Uint8Array,
  Uint16: Uint16Array,
  Uint32: Uint32Array,
  Float64: Float64Array,
};

/** The widest numbers may begin at multiples of this only. */
const ALIGNMENT = 8;
const LENGTH_BYTES = 4;
const align = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

const isArray = (value: unknown): value is Numbers => ArrayBuffer.isView(value);

/** @throws {TypeError} If an index cannot hold arrays of that kind. */
function kindOf(values: Numbers): Kind {
  for (const [kind, View] of Object.entries(KINDS)) {
    if (values instanceof View) return kind as Kind;
  }
  throw new TypeError(`Cannot share an array of kind ${(values as object).constructor.name}`);
}

/**
 * Moves an index into shared memory.
 *
 * @param data Its arrays are replaced one by one and their memory is given back, so that never all
 *   of them exist twice.
 * @throws {TypeError} If there is an array of another kind than {@linkcode KINDS}.
 */
export function shareIndex(data: IndexData): SharedIndex {
  let size = 0;
  const directory = new TextEncoder().encode(JSON.stringify(data, (_, value: unknown) => {
    if (!isArray(value)) return value;
    const place: Place = { array: kindOf(value), offset: size, length: value.length };
    size += align(value.byteLength);
    return place;
  }));
  const first = align(LENGTH_BYTES + directory.length);
  const shared = new SharedArrayBuffer(first + size);
  new DataView(shared).setUint32(0, directory.length, true);
  new Uint8Array(shared).set(directory, LENGTH_BYTES);
  let offset = first;
  const move = (holder: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(holder)) {
      if (isArray(value)) {
        const copy = new KINDS[kindOf(value)](shared, offset, value.length);
        copy.set(value);
        release(value);
        holder[name] = copy;
        offset += align(copy.byteLength);
      } else if (typeof value === "object" && value !== null) {
        move(value as Record<string, unknown>);
      }
    }
  };
  move(data as unknown as Record<string, unknown>);
  return shared;
}

/** The index in shared memory. Nothing is copied but the directory. */
export function openSharedIndex(shared: SharedIndex): IndexData {
  const length = new DataView(shared).getUint32(0, true);
  const first = align(LENGTH_BYTES + length);
  // A copy, which is all that a decoder takes.
  const directory = new Uint8Array(shared, LENGTH_BYTES, length).slice();
  return JSON.parse(new TextDecoder().decode(directory), (_, value: unknown) => {
    if (!isPlace(value)) return value;
    return new KINDS[value.array](shared, first + value.offset, value.length);
  });
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "array" in value && "offset" in value;
}
