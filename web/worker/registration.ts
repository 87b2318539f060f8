/**
 * Registers the service worker, which stores the table and the tools, says whether the site
 * answers, and offers to install it. A separate script, which is loaded once the page is painted.
 */
import { followConnection } from "./connection.ts";
import { offerInstallation } from "./install_offer.ts";

offerInstallation();

/**
 * Wait before a first visit stores anything for later, ms: the page's own scripts, which come at
 * the same time, have the line and the processor until then.
 */
const FIRST_VISIT_WAIT_MS = 1500;

if ("serviceWorker" in navigator) {
  const { serviceWorker } = navigator;
  const start = () => void followConnection(serviceWorker);
  if (serviceWorker.controller === null) setTimeout(start, FIRST_VISIT_WAIT_MS);
  else start();
}
