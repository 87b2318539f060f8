import { ClubPage } from "../../components/clubs/ClubPage.tsx";
import { getClub } from "../../server/club.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$[number].ts";

export const handlers = handler({
  GET: ({ url, params }) => getClub(currentSite(), { number: params.number, url, language: "fr" }),
});

export default page(({ data }) => <ClubPage {...data} />);
