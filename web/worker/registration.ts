/**
 * Registers the service worker, which stores the table and the tools, and shows its state in the
 * foot of the page. A separate script: it is loaded last and waits until the page is idle.
 */

/** Shows the state of the connection in the foot of the page. */
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
    // Some private windows store nothing: the site works as before.
    if (error instanceof DOMException || error instanceof TypeError) return;
    throw error;
  }
  // A worker that is ready has stored its pages.
  await serviceWorker.ready;
  const show = () => showState({ ready: navigator.onLine });
  show();
  for (const change of ["online", "offline"]) addEventListener(change, show);
}

if ("serviceWorker" in navigator) {
  // Storing for later waits until everything needed now is loaded.
  if (document.readyState === "complete") void keepForOffline();
  else addEventListener("load", () => void keepForOffline(), { once: true });
}
