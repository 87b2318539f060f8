import type { PageState } from "../repositories/page_state.ts";

/** Whose page it is; a kind may add which one. */
export interface PageSubject {
  /** The directory's own id. */
  id: number;
  ffaId: string;
}

/** What a page holds, and when it was read. */
export type PageContent<Content> = Content & { fetchedAt: Date };

/**
 * A kind of page that the federation publishes of an athlete: how one is read, and where it is
 * stored.
 */
export interface PageKind<Subject extends PageSubject, Content extends object> {
  /** For the log, e.g. `records`. */
  name: "records" | "results";
  /** Tells the pages of this kind apart. */
  keyOf(subject: Subject): string;
  /** How long the page stays fresh, s. */
  freshFor(subject: Subject): number;
  /**
   * Reads the page from the federation and stores it.
   *
   * @param lastStatus What the last reading came to (200, 404, 410); null before the first.
   * @returns Null when the page names nobody; nothing is stored then.
   * @throws {FederationError} When it cannot be had.
   * @throws {PageShapeError} When it is not understood, or lacks what it had before.
   */
  read(subject: Subject, lastStatus: number | null): Promise<PageContent<Content> | null>;
  /** Stores that the federation has no such page, in place of what was stored. */
  storeMissing(subject: Subject, state: PageState & { status: 404 | 410 }): Promise<void>;
  /** The stored page; null when there is none. */
  findStored(subject: Subject): Promise<PageContent<Content> | null>;
}
