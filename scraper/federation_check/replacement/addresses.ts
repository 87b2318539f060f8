import { LEAGUES } from "@mypacer/shared/domain/people/league.ts";
import { isLoopback } from "@mypacer/shared/federation/urls.ts";
import { maskLetters } from "./masks.ts";

/** How the parts of an address are replaced. */
export interface AddressParts {
  /** Digits of a person's or a club's number. */
  number: (digits: string) => string;
  /** Words of a name. */
  words: (text: string) => string;
}

/** Parts of paths of the site's own addresses. */
const SEGMENTS = new Set(
  `ajax asp.net athletes athletes.aspx autocompletion.aspx bases bilans biographies competitions fiche-athlete-resultats.aspx
liste.aspx niveau podiums records resultats robots.txt selections`.split(/\s+/),
);
const PARAMETER = /^(?:frm[a-z]{1,20}|annee|base|epr|mode|page|recherche|saison|seq|tab)$/;
/** Values that are words of the site's. */
const WORDS =
  /^(?:cclubs|resultats|bilans|records|calendrier|podiums|biographies|true|false|M|F|VR|Running)$/;
const NUMBER = /^(?:\d{5,40}|\d{2}[AB]\d{3})$/;
const NAMES = /^(?:frmnom|frmprenom|recherche)$/;

/**
 * Replaces what an address says about a person: ids, numbers, names; and whatever is not known to
 * say nothing, such as the file of a portrait. Other sites are not named.
 */
export function replaceAddress(address: string, parts: AddressParts): string {
  const trimmed = address.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase() ?? null;
  if (scheme === "mailto") return "mailto:adresse@exemple.invalid";
  if (scheme === "javascript") return `javascript:${replaceCall(trimmed.slice(11), parts)}`;
  if (scheme !== null && scheme !== "http" && scheme !== "https") {
    return `${scheme}:${maskLetters(trimmed.slice(scheme.length + 1)).slice(0, 40)}`;
  }
  const [, origin = "", path = "", query, fragment] =
    /^((?:https?:)?\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(trimmed) ?? [];
  const host = replaceOrigin(origin);
  const segments = path.split("/").map((segment) => replaceSegment(segment, parts));
  return host + segments.join("/") +
    (query === undefined ? "" : `?${replaceQuery(query, parts)}`) +
    (fragment === undefined ? "" : `#${maskLetters(fragment)}`);
}

function replaceOrigin(origin: string): string {
  if (origin === "") return "";
  const url = URL.parse(origin, "https://www.athle.fr");
  const isKnown = url !== null && url.username === "" && url.password === "" &&
    (/(?:^|\.)athle\.(?:fr|com)$/.test(url.hostname) || isLoopback(url.hostname));
  return isKnown ? origin : origin.replace(/\/\/.*$/, "//exemple.invalid");
}

function replaceSegment(segment: string, { number }: AddressParts): string {
  if (segment === "" || SEGMENTS.has(segment.toLowerCase())) return segment;
  if (/^\d+$/.test(segment)) return segment.length < 4 ? segment : number(segment);
  const [, name = segment, extension = ""] = /^(.*?)(\.[a-z]{2,5}\d?)?$/i.exec(segment) ?? [];
  return maskLetters(name) + extension;
}

function replaceQuery(query: string, parts: AddressParts): string {
  return query.split("&").map((pair) => {
    const [name = "", ...rest] = pair.split("=");
    const safeName = PARAMETER.test(name) ? name : maskLetters(name);
    if (rest.length === 0) return safeName;
    const value = decode(rest.join("="));
    return `${safeName}=${encodeURIComponent(replaceValue(name, value, parts))}`;
  }).join("&");
}

function replaceValue(name: string, value: string, { number, words }: AddressParts): string {
  if (NUMBER.test(value)) return number(value);
  if (/^\d{0,4}$/.test(value) || WORDS.test(value) || LEAGUES.includes(value)) return value;
  return NAMES.test(name) ? words(value) : maskLetters(value);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

/** `bddThrowAthlete('records', 1234567, 0)`, as the former site called its own scripts. */
function replaceCall(call: string, parts: AddressParts): string {
  const [, name = "", inside = ""] = /^\s*(bddThrow\w{0,20})\(([^)]*)\)/.exec(call) ?? [];
  if (name === "") return "void(0)";
  const values = inside.split(",").map((value) => {
    const bare = value.trim().replace(/^'(.*)'$/, "$1");
    const replaced = replaceValue("", bare, parts);
    return value.trim().startsWith("'") ? `'${replaced}'` : replaced;
  });
  return `${name}(${values.join(", ")})`;
}
