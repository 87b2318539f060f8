import { answer, answerError, warmUpPictures } from "./answer.ts";
import { siteConfig } from "./config.ts";

/**
 * How long after the start the renderer of pictures is loaded, ms: before nginx sends visitors
 * here.
 */
const WARM_UP_AFTER = 2000;

/**
 * Serves the site on a port.
 *
 * @param shared Whether other threads serve it as well: the system spreads connections over them.
 */
export function serve(
  { port, shared, onListen }: { port: number; shared: boolean; onListen: (port: number) => void },
): Deno.HttpServer<Deno.NetAddr> {
  setTimeout(() => void warmUpPictures(), WARM_UP_AFTER);
  return Deno.serve({
    port,
    hostname: siteConfig().HOST,
    reusePort: shared,
    automaticCompression: true,
    onListen: (address) => onListen(address.port),
    onError: answerError,
  }, answer);
}
