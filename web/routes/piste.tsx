import { TrackPage } from "../pages/track/page.tsx";
import { getTrack } from "../pages/track/load.ts";
import { siteFor } from "../edge/site.ts";
import { handler, page } from "./$piste.ts";

export const handlers = handler({ GET: ({ req, url }) => getTrack(siteFor(req), url, "fr") });

export default page(({ data }) => <TrackPage {...data} />);
