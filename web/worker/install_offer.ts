/**
 * Offers to install the site, in the foot of the page: by the browser's own dialog where it has
 * one, and in words where the way is through the share menu, as on iPhones. Who declines is not
 * asked again.
 */

/** The browser's offer, which waits until the visitor asks for it. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

/** Key of the browser's storage for who wants no offer. */
const DECLINED = "mypacer.no-install";

function hasDeclined(): boolean {
  try {
    return localStorage.getItem(DECLINED) !== null;
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

/** Safari on phones and tablets, outside of an installed site. */
function isInstalledByHand(): boolean {
  return "standalone" in navigator && navigator.standalone === false &&
    navigator.maxTouchPoints > 1;
}

export function offerInstallation(): void {
  const offer = document.getElementById("install");
  const help = document.getElementById("install-help");
  if (offer === null || hasDeclined()) return;
  let asking: InstallEvent | null = null;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    asking = event as InstallEvent;
    offer.hidden = false;
  });
  addEventListener("appinstalled", () => offer.hidden = true);
  if (isInstalledByHand()) offer.hidden = false;
  document.getElementById("install-ask")?.addEventListener("click", () => {
    if (asking === null) {
      if (help !== null) help.hidden = false;
      return;
    }
    void asking.prompt();
    // The browser takes each offer once.
    asking = null;
    offer.hidden = true;
  });
  document.getElementById("install-never")?.addEventListener("click", () => {
    localStorage.setItem(DECLINED, "1");
    offer.hidden = true;
  });
}
