import { siteConfig } from "../../edge/config.ts";
import { getSecurityText } from "../../pages/security_text/security_text.ts";
import { handler } from "./$security.txt.ts";

export const handlers = handler({ GET: () => getSecurityText(siteConfig(), new Date()) });
