import { oppositionCheck, type OppositionList } from "@mypacer/shared/directory/opposition.ts";
import { DirectoryIndex } from "./index/directory_index.ts";
import { Finder } from "./index/finder.ts";
import { openSharedIndex, type SharedIndex } from "./index/shared_index.ts";

/** An index in use, and what searches it. */
export interface LoadedIndex {
  index: DirectoryIndex;
  finder: Finder;
  /** Whether somebody asked not to be listed. */
  isOpposed: (ffaId: string) => boolean;
}

/** What changed, as one thread tells the others. An index never comes without its objections. */
export type IndexChange =
  | { kind: "index"; shared: SharedIndex; opposition: OppositionList }
  | { kind: "opposition"; opposition: OppositionList }
  /** No index may be used. */
  | { kind: "none" };

/** The index that one thread searches: the memory of all, and what the thread needs of its own. */
export class IndexHolder {
  readonly #key: string | undefined;
  #current: LoadedIndex | null = null;

  constructor({ oppositionKey }: { oppositionKey: string | undefined }) {
    this.#key = oppositionKey;
  }

  /** The index in use; null while there is none, or nobody in it. */
  get current(): LoadedIndex | null {
    return this.#current !== null && this.#current.index.size > 0 ? this.#current : null;
  }

  /** Whether there is one, be it empty. */
  get hasIndex(): boolean {
    return this.#current !== null;
  }

  /**
   * Uses what changed from the next search on.
   *
   * @throws {EnvironmentError} If the key does not fit the list of opposed people.
   */
  apply(change: IndexChange): void {
    if (change.kind === "none") {
      this.#current = null;
      return;
    }
    const isOpposed = oppositionCheck(change.opposition, { key: this.#key });
    if (change.kind === "index") {
      const index = new DirectoryIndex(openSharedIndex(change.shared));
      this.#current = { index, finder: new Finder(index), isOpposed };
    } else if (this.#current !== null) {
      this.#current = { ...this.#current, isOpposed };
    }
  }
}
