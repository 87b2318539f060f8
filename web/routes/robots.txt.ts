import { siteConfig } from "../server/config.ts";
import { getRobots } from "../server/crawlers.ts";
import { handler } from "./$robots.txt.ts";

export const handlers = handler({ GET: () => getRobots(siteConfig().SITE_URL) });
