import { ClubsPage } from "../../pages/clubs/page.tsx";
import { getClubs } from "../../pages/clubs/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$clubs.ts";

export const handlers = handler({ GET: ({ req, url }) => getClubs(siteFor(req), url, "en") });

export default page(({ data }) => <ClubsPage {...data} />);
