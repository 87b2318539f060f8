/**
 * Whether the site answers. A device may have a network that leads nowhere, as at a stadium: the
 * site itself is asked, and not only the browser.
 */

/** Message by which a page asks the worker whether all that works offline is stored. */
export const IS_STORED = "is-stored";
/** A small answer that the worker never takes from its cache. */
const PROBE = "/robots.txt";
/** Longest wait for it, ms: as the worker waits for a page. */
const PROBE_TIMEOUT_MS = 4000;
/** How often a site that did not answer is asked again, ms. */
const AGAIN_AFTER_MS = 5000;

async function siteAnswers(): Promise<boolean> {
  if (navigator.onLine === false) return false;
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    await fetch(PROBE, { method: "HEAD", cache: "no-store", signal });
    return true;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

/** Whether the worker has stored all that works offline. */
function isStored(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage(IS_STORED, [port2]);
  });
}

/** Shows what a page says of the state of the connection. */
function show({ answers, stored }: { answers: boolean; stored: boolean }): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-connection]")) {
    element.hidden = element.dataset.connection === "off" ? answers : !stored || !answers;
  }
}

/** Registers the worker, and keeps the page's words on the connection true. */
export async function followConnection(container: ServiceWorkerContainer): Promise<void> {
  // A page that no worker controls came over the network.
  const fromNetwork = container.controller === null;
  try {
    await container.register("/service-worker.js");
  } catch (error) {
    // Some private windows store nothing: the site works as before.
    if (error instanceof DOMException || error instanceof TypeError) return;
    throw error;
  }
  // A worker that is ready has stored its pages.
  const { active } = await container.ready;
  const stored = active !== null && await isStored(active);
  let answers = !canReopen();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (known?: boolean) => {
    clearTimeout(timer);
    const before = answers;
    answers = known ?? await siteAnswers();
    show({ answers, stored });
    if (!answers) timer = setTimeout(() => void look(), AGAIN_AFTER_MS);
    // The page that could not be shown.
    else if (!before && canReopen()) location.reload();
  };
  // Such a page waits before it looks, so that it never reloads without a pause.
  await look(canReopen() ? false : fromNetwork ? true : undefined);
  addEventListener("offline", () => void look(false));
  addEventListener("online", () => void look());
  // What a page asked for has failed.
  addEventListener("unanswered", () => void look());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void look();
  });
}

/** Whether this page stands for one that could not be shown. */
function canReopen(): boolean {
  return document.querySelector("[data-reopen]") !== null;
}
