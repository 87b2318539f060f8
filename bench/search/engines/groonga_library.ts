/** Groonga's shared library, asked in this process by its own commands. */

/** Name of the library, found where the system keeps such. */
export const GROONGA_LIBRARY = "libgroonga.so.0";

const SYMBOLS = {
  grn_init: { parameters: [], result: "i32" },
  grn_ctx_open: { parameters: ["i32"], result: "pointer" },
  grn_db_create: { parameters: ["pointer", "buffer", "pointer"], result: "pointer" },
  grn_ctx_send: { parameters: ["pointer", "buffer", "u32", "i32"], result: "u32" },
  grn_ctx_recv: { parameters: ["pointer", "buffer", "buffer", "buffer"], result: "u32" },
} as const;

/** A database of Groonga in a new file. */
export class GroongaDatabase {
  readonly #library: Deno.DynamicLibrary<typeof SYMBOLS>;
  readonly #context: Deno.PointerValue;
  readonly #encoder = new TextEncoder();
  readonly #body = new BigUint64Array(1);
  readonly #length = new Uint32Array(1);
  readonly #flags = new Int32Array(1);

  /** @throws {Error} If the library is missing or the file cannot be made. */
  constructor(path: string) {
    const library = Deno.dlopen(GROONGA_LIBRARY, SYMBOLS);
    this.#library = library;
    library.symbols.grn_init();
    this.#context = library.symbols.grn_ctx_open(0);
    const made = library.symbols.grn_db_create(
      this.#context,
      this.#encoder.encode(`${path}\0`),
      null,
    );
    if (made === null) throw new Error(`Cannot make a Groonga database in ${path}`);
  }

  /**
   * Sends a line: a command, or rows behind a `load`.
   *
   * @returns What Groonga answers, as JSON; empty for rows.
   */
  send(line: string): string {
    const bytes = this.#encoder.encode(line);
    this.#library.symbols.grn_ctx_send(this.#context, bytes, bytes.length, 0);
    this.#library.symbols.grn_ctx_recv(
      this.#context,
      this.#body as unknown as BufferSource,
      this.#length as unknown as BufferSource,
      this.#flags as unknown as BufferSource,
    );
    const length = this.#length[0] ?? 0;
    const body = Deno.UnsafePointer.create(this.#body[0] ?? 0n);
    if (body === null || length === 0) return "";
    return new TextDecoder().decode(Deno.UnsafePointerView.getArrayBuffer(body, length));
  }
}
