import { siteFor } from "../edge/site.ts";
import { getRace } from "../pages/race/load.ts";
import { RacePage } from "../pages/race/page.tsx";
import { handler, page } from "./$course.ts";

export const handlers = handler({ GET: ({ req, url }) => getRace(siteFor(req), url, "fr") });

export default page(({ data }) => <RacePage {...data} />);
