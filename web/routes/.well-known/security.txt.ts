import { siteConfig } from "../../server/config.ts";
import { getSecurityText } from "../../server/security_text.ts";
import { handler } from "./$security.txt.ts";

export const handlers = handler({ GET: () => getSecurityText(siteConfig(), new Date()) });
