import { ZonesPage } from "../components/tools/ZonesPage.tsx";
import { currentSite } from "../server/site.ts";
import { getZones } from "../server/tools.ts";
import { handler, page } from "./$zones.ts";

export const handlers = handler({ GET: ({ url }) => getZones(currentSite(), url, "fr") });

export default page(({ data }) => <ZonesPage {...data} />);
