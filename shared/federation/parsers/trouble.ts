/** How substitutes for a page look while the site, or its firewall, is in trouble. */

/** A kind of trouble that passes: the page itself may be there the next time. */
export type Trouble = "error" | "maintenance" | "challenge";

interface Sign {
  trouble: Trouble;
  /** Tried on lower-case text without accents, its spaces made one. */
  pattern: RegExp;
}

/** Messages of a server that failed: never part of a proper page, wherever they are. */
const FAILURE = new RegExp(
  [
    /\bcode processing error\b/,
    /\bserver error in (?:['"‘“]|&#39;|&quot;)/,
    /\berreur (?:du )?serveur dans l(?:['’]|&#39;)application\b/,
    /\bunhandled exception (?:occurred|was)\b/,
    /\bexception details:/,
    /\bobject reference not set to an instance\b/,
  ].map(({ source }) => source).join("|"),
  "i",
);

/**
 * Words that are the message of a page without content; a page with content may have them as well.
 */
const MESSAGES: readonly Sign[] = [
  {
    trouble: "challenge",
    pattern:
      /\b(?:just a moment|un instant)\b ?(?:\.\.\.|…)|\battention required\b|\bpardon our interruption\b/,
  },
  {
    trouble: "challenge",
    pattern:
      /\bchecking (?:if the site connection is secure|your browser)\b|\bverif\w* (?:de|que|if|you|your) .{0,40}\b(?:navigateur|browser|humain|human|robot)\b/,
  },
  { trouble: "challenge", pattern: /\benable (?:javascript|cookies|js) and\b/ },
  {
    trouble: "challenge",
    pattern: /\bcaptcha\b|\bi(?:'|’)?m not a robot\b|\bje ne suis pas un robot\b/,
  },
  {
    trouble: "challenge",
    pattern:
      /\b(?:access|acces) (?:to this (?:page|site) )?(?:has been )?(?:denied|refuse|interdit|bloque)\b|\baccess to this page has been\b/,
  },
  {
    trouble: "challenge",
    pattern: /\b(?:incapsula|imperva)\b|\bincident id\b|\bray id\b|\brequest unsuccessful\b/,
  },
  {
    trouble: "challenge",
    pattern:
      /\b(?:requested url was rejected|request (?:was |has been )?(?:blocked|rejected)|you have been blocked|requete (?:a ete )?(?:bloquee|rejetee))\b/,
  },
  { trouble: "challenge", pattern: /\b(?:403 )?forbidden\b|\bddos\b|\bweb application firewall\b/ },
  { trouble: "maintenance", pattern: /\bmaintenance\b|\ben travaux\b|\bunder construction\b/ },
  {
    trouble: "maintenance",
    pattern:
      /\b(?:momentanement|temporairement|actuellement|provisoirement) (?:indisponible|inaccessible|ferme|interrompu|suspendu)/,
  },
  {
    trouble: "maintenance",
    pattern:
      /\b(?:site|service|page|serveur) (?:est |sont )?(?:\w+ )?(?:indisponible|inaccessible)/,
  },
  {
    trouble: "maintenance",
    pattern:
      /\b(?:temporarily|currently) (?:unavailable|down|offline)\b|\bnous revenons\b|\bmise a jour (?:du site|de la base|en cours)\b/,
  },
  {
    trouble: "maintenance",
    pattern: /\bservice unavailable\b|\bback soon\b|\bbientot de retour\b/,
  },
  {
    trouble: "maintenance",
    pattern:
      /\b(?:reessayer?|revenez|revenir|try again|come back) .{0,30}(?:plus tard|later|instants?)/,
  },
  {
    trouble: "maintenance",
    pattern:
      /\btrop de (?:monde|connexions|requetes|visiteurs)\b|\btoo many (?:connections|requests)\b/,
  },
  {
    trouble: "error",
    pattern:
      /\b(?:une )?(?:erreur|exception) (?:inattendue |technique |interne )?(?:est survenue|s['’]est produite|a ete rencontree|est intervenue)/,
  },
  { trouble: "error", pattern: /\berreur (?:interne|technique|serveur|du serveur|5\d\d)\b/ },
  {
    trouble: "error",
    pattern:
      /\b(?:internal server error|runtime error|application error|server error|bad gateway)\b/,
  },
  {
    trouble: "error",
    pattern:
      /\bgateway time-?out\b|\btimeout expired\b|\bconnection timed out\b|\b(?:http )?error (?:code )?5\d\d\b/,
  },
  {
    trouble: "error",
    pattern:
      /\b(?:something went wrong|an error (?:has )?occurred|unexpected error|probleme technique)\b/,
  },
];

/**
 * Scripts and marks of firewalls. Some add theirs to every page they let through, so they count on
 * others only.
 */
const FIREWALL_MARKUP =
  /\/cdn-cgi\/challenge-platform|\bcf[-_](?:browser-verification|challenge|chl|error-details|turnstile)|__cf_chl|challenges\.cloudflare\.com|_incapsula_resource|captcha-delivery\.com|\bpx-captcha|hcaptcha\.com|\/recaptcha\/|awswaf|sucuri\.net/i;

/** Whether a server says anywhere in a page that it failed. @param html The page as received. */
export function saysServerFailed(html: string): boolean {
  return FAILURE.test(html);
}

/** The trouble that words announce. @param words In lower case without accents, every space one. */
export function findTrouble(words: string): Trouble | null {
  return MESSAGES.find(({ pattern }) => pattern.test(words))?.trouble ?? null;
}

/**
 * Whether a page carries the markup of a firewall's own pages. @param html The page as received.
 */
export function hasFirewallMarkup(html: string): boolean {
  return FIREWALL_MARKUP.test(html);
}
