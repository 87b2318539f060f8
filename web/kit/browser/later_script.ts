/** A script that a page loads only once it is needed. */
export interface LaterScript<Module> {
  /** Its module; null until it is loaded. */
  loaded(): Module | null;
  /**
   * Calls back with its module: at once when it is loaded, else as soon as it is.
   *
   * @param failed Called when it cannot be loaded, as without a connection; by default nothing
   *   happens.
   */
  use(then: (module: Module) => void, failed?: () => void): void;
  /** Provides its module where whole pages are drawn at once: on the server and in the worker. */
  provide(module: Module): void;
}

/** Makes a later script. @param load Imports it. */
export function laterScript<Module>(load: () => Promise<Module>): LaterScript<Module> {
  let loaded: Module | null = null;
  return {
    loaded: () => loaded,
    use(then, failed = () => {}) {
      if (loaded !== null) return then(loaded);
      load().then((module) => {
        loaded = module;
        then(module);
      }, (error) => {
        if (!(error instanceof TypeError)) throw error;
        failed();
      });
    },
    provide(module) {
      loaded = module;
    },
  };
}
