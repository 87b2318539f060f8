import { siteConfig } from "../edge/config.ts";
import { getSitemap } from "../pages/crawlers/crawlers.ts";
import { handler } from "./$sitemap.xml.ts";

export const handlers = handler({ GET: () => getSitemap(siteConfig().SITE_URL) });
