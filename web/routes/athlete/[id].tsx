import { AthletePage } from "../../components/athletes/AthletePage.tsx";
import { getAthletePage } from "../../server/athlete_page.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$[id].ts";

export const handlers = handler({
  GET: ({ url, params }) =>
    getAthletePage(currentSite(), { ffaId: params.id, url, language: "fr" }),
});

export default page(({ data }) => <AthletePage {...data} />);
