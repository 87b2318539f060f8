import type {} from "vite/client";

/** Has the browser keep the table and the tools for when there is no connection, once the page is at rest. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () =>
    void navigator.serviceWorker.register("/service-worker.js").catch((error) => {
      // Some private windows keep nothing: the site works as before.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    });
  // What is fetched for later waits until what is needed now has come.
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
