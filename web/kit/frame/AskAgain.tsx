import { Head } from "fresh/runtime";

/** Seconds until a page asks again for records that were still being read. */
const AFTER = 5;

/**
 * Has a page ask for itself again while records are being read; without scripts only, where those
 * do it by themselves.
 */
export function AskAgain({ scriptsDo = false }: { scriptsDo?: boolean }) {
  const again = <meta http-equiv="refresh" content={String(AFTER)} />;
  return <Head>{scriptsDo ? <noscript>{again}</noscript> : again}</Head>;
}
