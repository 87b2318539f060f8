import { ZonesPage } from "../components/tools/ZonesPage.tsx";
import { siteFor } from "../server/site.ts";
import { getZones } from "../server/tools.ts";
import { handler, page } from "./$zones.ts";

export const handlers = handler({ GET: ({ req, url }) => getZones(siteFor(req), url, "fr") });

export default page(({ data }) => <ZonesPage {...data} />);
