/** The readers of the table's fields: a separate script, loaded only when somebody types. */
type Readers = typeof import("../../kit/table_state/table_input.ts");

let loaded: Readers | null = null;

/** Whether the fields can be read at once. */
export function canRead(): boolean {
  return loaded !== null;
}

/**
 * Calls back with the readers: at once when they are loaded, else as soon as they are. If loading
 * fails, as without a connection, nothing happens: the form is then sent as without scripts.
 */
export function withReaders(use: (readers: Readers) => void): void {
  if (loaded !== null) return use(loaded);
  import("../../kit/table_state/table_input.ts").then((readers) => {
    loaded = readers;
    use(readers);
  }, (error) => {
    if (!(error instanceof TypeError)) throw error;
  });
}
