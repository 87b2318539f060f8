/**
 * Registers the service worker, which stores the table and the tools, says whether the site
 * answers, and offers to install it. A separate script: it is loaded last and waits until the page
 * is idle.
 */
import { followConnection } from "./connection.ts";
import { offerInstallation } from "./install_offer.ts";

offerInstallation();

if ("serviceWorker" in navigator) {
  const start = () => void followConnection(navigator.serviceWorker);
  // Storing for later waits until everything needed now is loaded.
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
