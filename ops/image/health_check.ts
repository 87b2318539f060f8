/**
 * The health check of the images, which hold Deno and neither shell tools nor curl: exit code 0
 * when the address answers 2xx within the patience of the check.
 *
 *   deno run --no-prompt --no-config --allow-net=127.0.0.1:8000 health_check.ts http://127.0.0.1:8000/health/ready
 */
const TIMEOUT_MS = 4000;

const [url = ""] = Deno.args;
const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
await answer?.body?.cancel();
Deno.exit(answer?.ok === true ? 0 : 1);
