import { GlossaryPage } from "../../pages/glossary/page.tsx";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import { currentSite } from "../../edge/site.ts";
import { handler, page } from "./$glossary.ts";

export const handlers = handler({
  GET: async () => ({
    data: await currentSite().facts(),
    headers: pageHeaders({ named: false }),
  }),
});

export default page(({ data }) => <GlossaryPage language="en" facts={data} />);
