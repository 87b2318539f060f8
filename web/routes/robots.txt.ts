import { siteConfig } from "../edge/config.ts";
import { getRobots } from "../pages/crawlers/crawlers.ts";
import { handler } from "./$robots.txt.ts";

export const handlers = handler({ GET: () => getRobots(siteConfig().SITE_URL) });
