import { EVENT_CODES } from "@mypacer/shared/federation/event_codes.ts";

/** Labels by code: those that the federation check asks for, and three more of the same source. */
const LABELS = new Map([
  ...EVENT_CODES.map(([label, code]): [string, string] => [code, label]),
  ["217", "Mile Piste Courte"],
  ["218", "Mile"],
  ["221", "2 000m Piste Courte"],
]);

/** The label of the event with a code, or null. */
export function labelOfCode(code: string): string | null {
  return LABELS.get(code) ?? null;
}
