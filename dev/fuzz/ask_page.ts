import { assert } from "@std/assert";
import type { BuiltSite } from "../../web/testing/built_site.ts";
import type { PageRequest } from "./requests.ts";

/** A page as it was answered. */
export interface PageAnswer {
  status: number;
  html: string;
  /** Path and query that it was led to. */
  address: string;
}

/** Whether an answer is a page, and not a file or a few words. */
export const isPage = (text: string) => text.startsWith("<!DOCTYPE html>");

/**
 * Asks for a page as a browser does, redirects followed.
 *
 * @throws {AssertionError} If the answer is an error of the server, or cut off.
 */
export async function askPage(
  { url }: BuiltSite,
  { address, posted }: PageRequest,
): Promise<PageAnswer> {
  const form = posted === null ? {} : {
    method: "POST",
    body: posted,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
  };
  const response = await fetch(url + address, form);
  const html = await response.text();
  assert(response.status < 500, `answered ${response.status}`);
  if (isPage(html)) assert(html.endsWith("</html>"), "the page is cut off");
  return { status: response.status, html, address: response.url.slice(url.length) };
}
