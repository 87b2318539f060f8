import { Head } from "fresh/runtime";

/** Seconds until a page asks again for records that are still being read. */
const AFTER = 5;

/**
 * Reloads a page while records are being read; only without scripts, where scripts do it
 * themselves.
 */
export function AskAgain({ scriptsDo = false }: { scriptsDo?: boolean }) {
  const again = <meta http-equiv="refresh" content={String(AFTER)} />;
  return <Head>{scriptsDo ? <noscript>{again}</noscript> : again}</Head>;
}
