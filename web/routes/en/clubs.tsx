import { ClubsPage } from "../../components/clubs/ClubsPage.tsx";
import { getClubs } from "../../server/clubs.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$clubs.ts";

export const handlers = handler({ GET: ({ url }) => getClubs(currentSite(), url, "en") });

export default page(({ data }) => <ClubsPage {...data} />);
