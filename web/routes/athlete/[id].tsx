import { AthletePage } from "../../components/athletes/AthletePage.tsx";
import { getAthletePage } from "../../server/athlete_page.ts";
import { siteFor } from "../../server/site.ts";
import { handler, page } from "./$[id].ts";

export const handlers = handler({
  GET: ({ req, url, params }) =>
    getAthletePage(siteFor(req), { ffaId: params.id, url, language: "fr" }),
});

export default page(({ data }) => <AthletePage {...data} />);
