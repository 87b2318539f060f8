import { AgePage } from "../pages/age/page.tsx";
import { siteFor } from "../edge/site.ts";
import { getAge } from "../pages/age/load.ts";
import { handler, page } from "./$age.ts";

export const handlers = handler({ GET: ({ req, url }) => getAge(siteFor(req), url, "fr") });

export default page(({ data }) => <AgePage {...data} />);
