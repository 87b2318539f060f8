import { ClubsPage } from "../components/clubs/ClubsPage.tsx";
import { getClubs } from "../server/clubs.ts";
import { siteFor } from "../server/site.ts";
import { handler, page } from "./$clubs.ts";

export const handlers = handler({ GET: ({ req, url }) => getClubs(siteFor(req), url, "fr") });

export default page(({ data }) => <ClubsPage {...data} />);
