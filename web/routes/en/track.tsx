import { TrackPage } from "../../pages/track/page.tsx";
import { getTrack } from "../../pages/track/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$track.ts";

export const handlers = handler({ GET: ({ req, url }) => getTrack(siteFor(req), url, "en") });

export default page(({ data }) => <TrackPage {...data} />);
