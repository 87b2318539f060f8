/**
 * The script of the track mode: keeps the screen on once the visitor asks for it, and takes other
 * columns as soon as they are chosen.
 */
import { isChanged } from "../../kit/forms/changed_field.ts";

const button = document.getElementById("awake");
const refused = document.getElementById("awake-refused");
let isWanted = false;
let lock: WakeLockSentinel | null = null;

function show(): void {
  button?.setAttribute("aria-pressed", String(lock !== null && !lock.released));
}

async function ask(): Promise<void> {
  try {
    lock = await navigator.wakeLock.request("screen");
    // Pressed again meanwhile.
    if (!isWanted) await lock.release();
    lock.addEventListener("release", show);
    if (refused !== null) refused.hidden = true;
  } catch (error) {
    // Browsers refuse it in a tab that is not seen, and to save a battery.
    if (!(error instanceof DOMException)) throw error;
    isWanted = false;
    if (refused !== null) refused.hidden = false;
  }
  show();
}

if (button !== null && "wakeLock" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => {
    isWanted = !isWanted;
    if (isWanted) void ask();
    else void lock?.release();
  });
  // Browsers give it back while the page is not seen.
  document.addEventListener("visibilitychange", () => {
    if (isWanted && document.visibilityState === "visible") void ask();
  });
}

for (const select of document.querySelectorAll<HTMLSelectElement>(".track-columns select")) {
  const submit = () => select.form?.requestSubmit();
  select.addEventListener("change", submit);
  if (isChanged(select)) submit();
}
