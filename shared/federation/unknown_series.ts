/** Number of latest athletes that count. */
const LATEST = 20;
/**
 * From this many unknown ones among them on, it is a series. In a public crawl 1 page of 750 names
 * nobody.
 */
const BEGINS_AT = 5;
/** At this many the series has ended: below the beginning, so that it does not flicker. */
const ENDS_AT = 1;

/**
 * Distinguishes athletes whom the federation does not know from a site that changed.
 *
 * Only athletes who certainly exist (a roster or the federation's own search named them) are noted:
 * one of them may be unknown, not a series of them. Invented ids do not count, else a visitor who
 * tries some could make the site look changed for everybody.
 */
export class UnknownSeries {
  /** The latest athletes, each once, and whether they were unknown. */
  readonly #latest = new Map<string, boolean>();
  readonly #onBegin: ((ffaIds: string[]) => void)[] = [];
  #isOpen = false;

  /** Whether so many of the latest athletes are unknown that none of them can be believed. */
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

  /** Notes an athlete who seems to be unknown. @returns Whether that can be believed. */
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
