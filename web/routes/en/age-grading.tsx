import { AgePage } from "../../pages/age/page.tsx";
import { siteFor } from "../../edge/site.ts";
import { getAge } from "../../pages/age/load.ts";
import { handler, page } from "./$age-grading.ts";

export const handlers = handler({ GET: ({ req, url }) => getAge(siteFor(req), url, "en") });

export default page(({ data }) => <AgePage {...data} />);
