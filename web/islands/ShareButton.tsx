import { useSignal } from "@preact/signals";

/** How long the button says what it did, ms: long enough to read two words. */
const SAID_FOR_MS = 3000;

/**
 * Hands the address of the page to the device's own ways to share, or copies it where there are
 * none. Without scripts it is missing: the address stands above the page.
 */
export default function ShareButton({ texts }: {
  texts: { act: string; done: string; failed: string };
}) {
  const said = useSignal<string | null>(null);
  const say = (text: string) => {
    said.value = text;
    setTimeout(() => said.value = null, SAID_FOR_MS);
  };
  const share = async () => {
    const { href } = location;
    try {
      if ("share" in navigator) await navigator.share({ title: document.title, url: href });
      else {
        await (navigator as Navigator).clipboard.writeText(href);
        say(texts.done);
      }
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      // Closed without choosing: nothing to say.
      if (!(error instanceof DOMException && error.name === "AbortError")) say(texts.failed);
    }
  };
  return (
    <>
      <button type="button" class="action with-scripts" onClick={() => void share()}>
        {said.value ?? texts.act}
        {said.value === texts.done && <span class="done-sign" aria-hidden="true">✓</span>}
      </button>
      <span class="hidden" role="status">{said.value}</span>
    </>
  );
}
