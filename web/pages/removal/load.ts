import { RemovalReference } from "@mypacer/shared/contract/removal_request.ts";
import { ApiError } from "../../kit/load/api_client.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import {
  readRemovalForm,
  type RemovalForm,
  type RemovalProblems,
  toRemovalRequest,
} from "./state.ts";
import { readForm, refuseForm } from "../../kit/load/form_body.ts";
import { isFromThisSite } from "../../kit/load/same_origin.ts";
import type { Site } from "../../kit/load/site.ts";

/** Parameter of the confirmation page: the reference of the request. */
const REFERENCE = "ref";

/** Data of the form's page. */
export interface RemovalData {
  language: Language;
  facts: SiteFacts;
  form: RemovalForm;
  /** Whether any field is filled in: such a page must not be indexed. */
  filled: boolean;
  problems: RemovalProblems;
  /** Why the request was not stored. */
  refused: "busy" | "failed" | null;
  /** Reference of the stored request. */
  reference: string | null;
}

function answer(data: RemovalData, status: number) {
  const headers = new Headers({ "cache-control": data.filled ? "private, no-store" : "no-cache" });
  if (data.filled) headers.set("x-robots-tag", "noindex, nofollow");
  return { data, status, headers };
}

/**
 * `GET /retrait` and `GET /en/removal`: the form, which a link may have filled in, or the
 * confirmation.
 */
export async function getRemoval({ facts }: Site, url: URL, language: Language) {
  const given = url.searchParams;
  const reference = RemovalReference.safeParse(given.get(REFERENCE));
  return answer({
    language,
    facts: await facts(),
    form: readRemovalForm(given),
    filled: given.size > 0,
    problems: {},
    refused: null,
    reference: reference.success ? reference.data : null,
  }, 200);
}

/**
 * `POST /retrait` and `POST /en/removal`: stores the request, then redirects to the confirmation.
 */
export async function postRemoval(site: Site, request: Request, language: Language) {
  const facts = await site.facts();
  if (!isFromThisSite(request, facts.siteUrl)) {
    return refuseForm(403, "This form is not of this site");
  }
  const sent = await readForm(request);
  if (sent === null) return refuseForm(400, "Not a form of this site");
  const form = readRemovalForm(sent);
  const again = (status: number, changes: Partial<RemovalData>) =>
    answer({
      language,
      facts,
      form,
      filled: true,
      problems: {},
      refused: null,
      reference: null,
      ...changes,
    }, status);
  const read = toRemovalRequest(form);
  if ("problems" in read) return again(422, { problems: read.problems });
  try {
    const { reference } = await site.api.askRemoval(read.request);
    return new Response(null, {
      status: 303,
      headers: { location: `${PATHS[language].removal}?${REFERENCE}=${reference}` },
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 429) {
      const page = again(429, { refused: "busy" });
      page.headers.set("retry-after", String(error.retryAfter ?? 60));
      return page;
    }
    site.log.warn("cannot keep a request for removal", { error });
    return again(503, { refused: "failed" });
  }
}
