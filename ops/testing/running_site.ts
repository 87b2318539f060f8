import { siteArgs } from "../../dev/processes.ts";
import { type Service, startService } from "../../dev/service.ts";

/** Starts the built site over an API, as it runs behind nginx; it ends with the other parts. */
export async function startSite(
  parts: AsyncDisposableStack,
  { apiPort, webPort }: { apiPort: number; webPort: number },
): Promise<Service> {
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const siteUrl = `http://127.0.0.1:${webPort}`;
  const site = await startService({
    name: "site",
    args: siteArgs({ apiUrl, siteUrl, watch: false }),
    environment: {
      HOST: "127.0.0.1",
      WEB_PORT: String(webPort),
      WEB_THREADS: Deno.env.get("WEB_THREADS") ?? "1",
      API_URL: apiUrl,
      SITE_URL: "https://mypacer.fr",
      LOG_LEVEL: "error",
    },
    readyUrl: `${siteUrl}/robots.txt`,
  });
  parts.defer(() => site.stop());
  return site;
}
