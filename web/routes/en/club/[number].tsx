import { ClubPage } from "../../../components/clubs/ClubPage.tsx";
import { getClub } from "../../../server/club.ts";
import { siteFor } from "../../../server/site.ts";
import { handler, page } from "./$[number].ts";

export const handlers = handler({
  GET: ({ req, url, params }) =>
    getClub(siteFor(req), { number: params.number, url, language: "en" }),
});

export default page(({ data }) => <ClubPage {...data} />);
