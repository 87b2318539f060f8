import { ClubPage } from "../../../pages/clubs/club_page.tsx";
import { getClub } from "../../../pages/clubs/load_club.ts";
import { siteFor } from "../../../edge/site.ts";
import { handler, page } from "./$[number].ts";

export const handlers = handler({
  GET: ({ req, url, params }) =>
    getClub(siteFor(req), { number: params.number, url, language: "en" }),
});

export default page(({ data }) => <ClubPage {...data} />);
