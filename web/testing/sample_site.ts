import { type BuiltSite, startBuiltSite } from "./built_site.ts";
import { type SampleApi, startSampleApi } from "./sample_api.ts";

/** The built site over an API of invented people. */
export interface SampleSite {
  readonly site: BuiltSite;
  readonly api: SampleApi;
}

/**
 * Starts the built site before the tests of a file, and ends it after.
 *
 * @param environment Variables that it has beside the usual ones.
 */
export function useSampleSite(environment: Record<string, string> = {}): SampleSite {
  let api: SampleApi;
  let site: BuiltSite;
  Deno.test.beforeAll(async () => {
    api = startSampleApi();
    site = await startBuiltSite(api.url, { environment });
  });
  Deno.test.afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });
  return {
    get site() {
      return site;
    },
    get api() {
      return api;
    },
  };
}
