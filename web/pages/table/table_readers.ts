/**
 * What reads the fields of the table: a script of its own, that a first visit does without until
 * somebody types.
 */
type Readers = typeof import("../../kit/table_state/table_input.ts");

let loaded: Readers | null = null;

/** Whether the fields can be read at once. */
export function canRead(): boolean {
  return loaded !== null;
}

/**
 * Does something with what reads the fields: at once when it is here, else as soon as it has come.
 * Where it does not come, as without a connection, nothing is done: the form is then sent as it is
 * without scripts.
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
