/**
 * Keeps the table and the tools for when there is no connection, and says so at the foot of the
 * page. A script of its own, beside those of the pages: it is asked for last and waits until the
 * page is at rest.
 */

/** Shows what the foot of the page says of the connection. */
function showState({ ready }: { ready: boolean }): void {
  for (
    const [id, shown] of [["offline-ready", ready], ["offline-now", !navigator.onLine]] as const
  ) {
    const line = document.getElementById(id);
    if (line !== null) line.hidden = !shown;
  }
}

async function keepForOffline(): Promise<void> {
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register("/service-worker.js");
  } catch (error) {
    // Some private windows keep nothing: the site works as before.
    if (error instanceof DOMException || error instanceof TypeError) return;
    throw error;
  }
  // A worker that is ready has kept its pages.
  await serviceWorker.ready;
  const show = () => showState({ ready: navigator.onLine });
  show();
  for (const change of ["online", "offline"]) addEventListener(change, show);
}

if ("serviceWorker" in navigator) {
  // What is fetched for later waits until what is needed now has come.
  if (document.readyState === "complete") void keepForOffline();
  else addEventListener("load", () => void keepForOffline(), { once: true });
}
