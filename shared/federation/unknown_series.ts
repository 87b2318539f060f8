/** Athletes looked back on. */
const LATEST = 20;
/** So many unknown ones among them are a series. In a public crawl 1 page of 750 names nobody. */
const BEGINS_AT = 5;
/** A series has ended when so few are left: one that comes and goes is one series. */
const ENDS_AT = 1;

/**
 * Tells athletes whom the federation does not know from a site that changed.
 *
 * Only athletes of whom it is known that they exist (a roster or the federation's own search named
 * them) are noted: one of them may be unknown, not a series. Ids that anybody may make up tell
 * nothing, else a visitor who tries some could make the site look changed for everybody.
 */
export class UnknownSeries {
  /** Of the latest athletes, each once, whether they were unknown. */
  readonly #latest = new Map<string, boolean>();
  readonly #onBegin: ((ffaIds: string[]) => void)[] = [];
  #isOpen = false;

  /** Whether the latest athletes are so often unknown that none of them may be believed to be. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Calls back once each time a series begins, with the athletes who were taken for unknown until
   * then.
   */
  onBegin(callback: (ffaIds: string[]) => void): void {
    this.#onBegin.push(callback);
  }

  /** Notes an athlete who was never read before and whose page names them. */
  noteNamed(ffaId: string): void {
    this.#note(ffaId, false);
  }

  /** Notes an athlete who seems to be unknown. @returns Whether that may be believed. */
  noteUnknown(ffaId: string): boolean {
    this.#note(ffaId, true);
    return !this.#isOpen;
  }

  #note(ffaId: string, isUnknown: boolean): void {
    this.#latest.delete(ffaId);
    this.#latest.set(ffaId, isUnknown);
    for (const oldest of this.#latest.keys()) {
      if (this.#latest.size <= LATEST) break;
      this.#latest.delete(oldest);
    }
    const unknown = [...this.#latest].flatMap(([id, isUnknown]) => isUnknown ? [id] : []);
    if (this.#isOpen) {
      this.#isOpen = unknown.length > ENDS_AT;
    } else if (unknown.length >= BEGINS_AT) {
      this.#isOpen = true;
      for (const callback of this.#onBegin) callback(unknown);
    }
  }
}
