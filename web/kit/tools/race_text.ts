/** A race written in one text: its distance and its time, in either order. */
import type { RaceTexts } from "./race_fields.ts";

/** Words and signs between a distance and its time. */
const BETWEEN =
  /(?:^| )(?:en|in|au|aux|à|a|at|sur|on|for|over|de|du|le|the)(?= |$)|[:=@,()-](?= |$)|[()]/gi;
/** Signs of a time, unlike a bare number. */
const TIME_SIGN = /[:'"h]|min|mn/i;
/** Signs of a distance, unlike a bare number. */
const DISTANCE_SIGN = /\p{L}/u;

/**
 * The ways to cut a text into a distance and a time: `10 km 42'30`, `42'30 au 10 km`, `semi :
 * 1h42`. Two bare numbers are a year, a bib and a VMA rather than a race.
 *
 * @param plain A text of `plainText()`.
 */
export function raceTextsIn(plain: string): RaceTexts[] {
  const text = plain.replaceAll(BETWEEN, " ").replaceAll(/ +/g, " ").trim();
  return [...text.matchAll(/ |(?<=\d)=(?=\d)/g)].flatMap(({ index }) => {
    const [left, right] = [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    return [{ d: left, t: right }, { d: right, t: left }];
  }).filter(({ d, t }) => TIME_SIGN.test(t) || DISTANCE_SIGN.test(d));
}
