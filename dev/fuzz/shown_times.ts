/** The predicted times that a page shows, read from its HTML. */
import { parseDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { slowestTime, worldBestTime } from "@mypacer/shared/domain/models/human_limits.ts";
import { parseTime } from "@mypacer/shared/domain/measure/mark.ts";
import { assert } from "@std/assert";

/** A predicted time and the distance it is for, as they are written. */
export interface ShownTime {
  distance: string;
  time: string;
}

const plain = (html: string) =>
  html.replaceAll(/<[^>]*>/g, "").replaceAll("&quot;", '"').replaceAll("&#39;", "'");

/** Written times: `3h02'10"`, `42'44"`, `3:02:10`, `42:44`. */
const TIME = /\d+h\d{2}'\d{2}"|\d+'\d{2}"|\d+:\d{2}(?::\d{2})?/g;

/** Times in the tables of predictions: figures and their ends. */
export function timesInTables(html: string): ShownTime[] {
  return [...html.matchAll(/<table class="[^"]*predictions[^"]*">.*?<\/table>/gs)]
    .flatMap(([table]) => [...table.matchAll(/<tr><th scope="row">([^<]*).*?<\/th>(.*?)<\/tr>/gs)])
    .flatMap(([, distance = "", cells = ""]) =>
      (plain(cells).match(TIME) ?? []).map((time) => ({ distance, time }))
    );
}

/**
 * Times of the examples on the page of the models: figures named for the distance they are over.
 */
export function timesOfExamples(html: string): ShownTime[] {
  return [...html.matchAll(/<dt>(?:Sur|Over) ([^<]*)<\/dt><dd>(.*?)<\/dd>/gs)]
    .flatMap(([, distance = "", figure = ""]) => {
      // What the figure rests on is a result, not a prediction.
      const [time] = plain(figure.replace(/<span class="key-note">.*/s, "")).match(TIME) ?? [];
      return time === undefined ? [] : [{ distance, time }];
    });
}

/** Half of what is rounded away when a time is written in whole seconds. */
const ROUNDED = 0.5;

/** @throws {AssertionError} If a human cannot run a time. */
export function assertHuman({ distance, time }: ShownTime): void {
  const meters = parseDistance(distance.trim());
  const seconds = parseTime(time) / 100;
  assert(
    seconds >= worldBestTime(meters) - ROUNDED && seconds <= slowestTime(meters) + ROUNDED,
    `${distance} in ${time}`,
  );
}
