import { siteConfig } from "../server/config.ts";
import { getSitemap } from "../server/crawlers.ts";
import { handler } from "./$sitemap.xml.ts";

export const handlers = handler({ GET: () => getSitemap(siteConfig().SITE_URL) });
