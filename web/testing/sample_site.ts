import { type BuiltSite, startBuiltSite } from "./built_site.ts";
import { type SampleApi, startSampleApi } from "./sample_api.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

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
  beforeTests(async (parts) => {
    api = parts.use(startSampleApi());
    site = parts.use(await startBuiltSite(api.url, { environment }));
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
