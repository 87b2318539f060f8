import { contactAddress } from "../../kit/frame/contact_address.ts";

/** Validity of the text, days: RFC 9116 asks for less than a year. */
const VALID_DAYS = 180;
const DAY = 86_400_000;

/**
 * `GET /.well-known/security.txt` (RFC 9116): where to report a vulnerability. 404 where the
 * operator declared no address or page.
 */
export function getSecurityText(
  { SITE_CONTACT, SITE_URL }: { SITE_CONTACT?: string | undefined; SITE_URL: string },
  now: Date,
): Response {
  const contact = SITE_CONTACT === undefined ? null : contactAddress(SITE_CONTACT);
  if (contact === null) {
    return new Response("No contact is given.\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  // Constant for a day.
  const expires = new Date((Math.floor(now.getTime() / DAY) + VALID_DAYS) * DAY);
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace(".000Z", "Z")}`,
    "Preferred-Languages: fr, en",
    `Canonical: ${new URL("/.well-known/security.txt", SITE_URL).href}`,
  ];
  return new Response(lines.map((line) => `${line}\n`).join(""), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "public, max-age=86400",
    },
  });
}
