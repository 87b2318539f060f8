import { attribute, type HtmlElement } from "@mypacer/shared/federation/html.ts";
import { rewriteHtml, type Rewriter } from "@mypacer/shared/federation/html_rewrite.ts";
import { athleteIdIn } from "@mypacer/shared/federation/urls.ts";
import { replaceAddress } from "./addresses.ts";
import { createChance, randomSecret } from "./chance.ts";
import { InventedNumbers } from "./invented_numbers.ts";
import { InventedNames } from "./invented_names.ts";
import { maskCode, maskLetters } from "./masks.ts";
import { BEFORE_BIRTH, replaceFreeText } from "./free_text.ts";
import { isSafeText, type TextPlace } from "./safe_text.ts";

/** Digits as long as ids and licenses, and clubs' numbers in Corsica. */
const NUMBERS = /\d{2}[AB]\d{3}|\d{4,40}/g;
const CLUB_NUMBERS = /[?&;]frmn?club=(\d{6}|\d{2}[AB]\d{3})(?![\dA-Za-z])/gi;

/** Attributes that say how a page looks and is built. */
const MARKUP = new Set(
  `align aria-controls aria-expanded aria-hidden aria-labelledby aria-selected bgcolor border cellpadding cellspacing charset
class clip-rule colspan crossorigin d data-content data-section data-theme dir disabled fill fill-rule for height hidden
http-equiv id lang loading maxlength media method name property rel role rowspan scope selected size stroke stroke-linecap
stroke-linejoin stroke-width tabindex target type valign viewbox width xmlns`.split(/\s+/),
);
const ADDRESSES = new Set(
  "action background cite data data-href data-src data-url formaction href poster src".split(" "),
);
/** Attributes of text for readers. */
const TEXTS = new Set("alt aria-label content label placeholder summary title value".split(" "));
const SAFE_CONTENT =
  /^(?:width=device-width, ?initial-scale=1(?:\.0)?|text\/html; ?charset=[\w-]+|no(?:index|follow)(?:, ?no(?:index|follow))?|\d{1,4})$/i;
/** Values of markup: no digits as long as a number of a person. */
const SAFE_MARKUP = /^(?:(?!\d{5})[\w\s#%.,:;/()+-])*$/;

/**
 * Replaces in the pages of one check whatever says who somebody is: names, ids, licenses, birth
 * dates and years, clubs, towns, addresses of portraits, free texts. Only what says nothing about
 * a person stays.
 *
 * The same becomes the same on all pages, and their structure stays: parsers read as many rows as
 * before.
 */
export class PageReplacer {
  readonly #names: InventedNames;
  readonly #numbers: InventedNumbers;
  readonly #rewriter: Rewriter;

  /** @param bodies All pages that are to be replaced, as they came. */
  constructor(bodies: readonly string[]) {
    const clubs = bodies.flatMap((body) => [...body.matchAll(CLUB_NUMBERS)].map(([, n = ""]) => n));
    const numbers = bodies.flatMap((body) => body.match(NUMBERS) ?? []);
    const chance = createChance(randomSecret());
    this.#names = new InventedNames(chance);
    this.#numbers = new InventedNumbers(chance, { clubs: new Set(clubs), numbers });
    this.#rewriter = {
      text: (text, place, before) => this.#replaceText(text, place, before),
      attribute: (name, value) => this.#replaceAttribute(name, value),
      code: maskCode,
    };
  }

  /** @returns The page as it may be kept. @throws {SyntaxError} If it is JSON that is not whole. */
  replace(body: string): string {
    const callback = /^(\s*[\w$.]+\()([[{][\s\S]*[\]}])(\);?\s*)$/.exec(body);
    if (callback !== null) return `callback(${this.#replaceJson(callback[2] ?? "")});`;
    return /^\ufeff?\s*[[{]/.test(body)
      ? this.#replaceJson(body)
      : rewriteHtml(body, this.#rewriter);
  }

  #replaceJson(json: string): string {
    return JSON.stringify(this.#replaceValue(JSON.parse(json.replace(/^\ufeff/, "")), ""));
  }

  #replaceValue(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#replaceValue(item, key));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inside]) => [
          /^[a-z_]{1,20}$/i.test(name) ? name : maskLetters(name),
          this.#replaceValue(inside, name),
        ]),
      );
    }
    // An invented number begins with a zero, which no JSON number does.
    if (typeof value === "number") {
      return Math.abs(value) < 1000 ? value : this.#replaceNumbers(String(value));
    }
    if (typeof value !== "string") return value;
    if (/^\s*<[a-z!/]/i.test(value)) return rewriteHtml(value, this.#rewriter);
    if (/nom$/i.test(key)) return this.#replaceFree(value);
    return this.#replaceText(value, null, key);
  }

  #replaceText(text: string, element: HtmlElement | null, before: string): string {
    if (element?.name === "title") {
      return text.split("|").map((part) => this.#replacePart(part, "heading", "")).join("|");
    }
    const place = element === null || element.name === "td"
      ? "cell"
      : HEADINGS.has(element.name) || isWithinAthleteLink(element)
      ? "heading"
      : "elsewhere";
    return this.#replacePart(text, place, before);
  }

  #replacePart(text: string, place: TextPlace, before: string): string {
    const isBirth = BEFORE_BIRTH.test(before);
    const isSafe = !isBirth && !BEFORE_LICENSE.test(before) && isSafeText(text, place);
    return isSafe ? text : this.#replaceFree(text, isBirth);
  }

  #replaceFree(text: string, isBirth = false): string {
    return replaceFreeText(text, {
      words: (words) => this.#names.replace(words),
      numbers: this.#numbers,
      isBirth,
    });
  }

  #replaceNumbers(text: string): string {
    return text.replace(NUMBERS, (digits) => this.#numbers.number(digits));
  }

  #replaceAttribute(name: string, value: string): string | null {
    if (ADDRESSES.has(name)) return this.#replaceAddress(value);
    if (name === "style") {
      return SAFE_MARKUP.test(value) && !/url/i.test(value) ? value : maskLetters(value);
    }
    if (MARKUP.has(name)) return SAFE_MARKUP.test(value) ? value : maskLetters(value);
    if (/^on[a-z]{3,20}$/.test(name)) return maskCode(value);
    if (TEXTS.has(name) || /^data-[a-z-]{1,30}$/.test(name)) {
      if (name === "content" && SAFE_CONTENT.test(value)) return value;
      if (/^(?:https?:)?\/\/?\w/.test(value)) return this.#replaceAddress(value);
      if (/[{[<]/.test(value)) return maskLetters(value);
      return this.#replacePart(value, "heading", "");
    }
    // No attribute of any page that is known: it may be the rest of a name in broken quotes.
    return null;
  }

  #replaceAddress(address: string): string {
    return replaceAddress(address, {
      number: (digits) => this.#numbers.number(digits),
      words: (text) => this.#replaceFree(text),
    });
  }
}

/** What stands before a license. */
const BEFORE_LICENSE = /licen[cs]e\W*$/i;
/** Elements in which names stand. */
const HEADINGS = new Set(["a", "h1", "h2", "h3", "h4", "caption"]);

function isWithinAthleteLink(place: HtmlElement | null): boolean {
  for (let element = place; element !== null; element = parentOf(element)) {
    if (element.name === "a") return athleteIdIn(attribute(element, "href") ?? "") !== null;
  }
  return false;
}

function parentOf(element: HtmlElement): HtmlElement | null {
  const { parent } = element;
  return parent !== null && "name" in parent ? parent as HtmlElement : null;
}
