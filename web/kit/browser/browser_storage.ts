/** Storage of texts in the browser; a full or a forbidden one silently stores nothing. */
export interface BrowserStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** The browser's own storage; null where it keeps nothing, as in some private windows. */
export function browserStorage(): BrowserStorage | null {
  try {
    const storage = globalThis.localStorage;
    return {
      getItem: (key) => storage.getItem(key),
      removeItem: (key) => storage.removeItem(key),
      setItem(key, text) {
        try {
          storage.setItem(key, text);
        } catch (error) {
          // The storage is full.
          if (!(error instanceof DOMException)) throw error;
        }
      },
    };
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
