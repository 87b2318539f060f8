import { ZonesPage } from "../../pages/zones/page.tsx";
import { siteFor } from "../../edge/site.ts";
import { getZones } from "../../pages/zones/load.ts";
import { handler, page } from "./$zones.ts";

export const handlers = handler({ GET: ({ req, url }) => getZones(siteFor(req), url, "en") });

export default page(({ data }) => <ZonesPage {...data} />);
