import { HttpError } from "fresh/errors";
import { DirectoryShareError } from "../kit/load/api_client.ts";
import { ErrorPage } from "../pages/error/page.tsx";
import { languageOf } from "../kit/language/language.ts";
import { currentSite } from "../edge/site.ts";
import { handler, page } from "./$_error.ts";

export const handlers = handler({
  async GET({ error, url }) {
    const site = currentSite();
    const status = error instanceof HttpError ? error.status : 500;
    // Fresh does not log thrown errors: this is the only place that sees them all.
    if (status >= 500) site.log.error("a page failed", { path: url.pathname, error });
    const wait = error instanceof DirectoryShareError ? error.retryAfter : null;
    return {
      data: { language: languageOf(url.pathname), status, facts: await site.facts() },
      status,
      headers: {
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
        ...wait === null ? {} : { "retry-after": String(wait) },
      },
    };
  },
});

export default page(({ data }) => <ErrorPage {...data} />);
