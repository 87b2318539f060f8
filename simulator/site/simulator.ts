import type { Counts } from "./counts.ts";
import type { Faults } from "../faults/faults.ts";
import type { FederationData } from "../pages/federation_data.ts";

/** How long answers take, in milliseconds: drawn evenly between both. */
export type Latency = { min: number; max: number };

/** What can be changed while a simulator runs. */
export type Settings = {
  latency: Latency;
  /** Requests beyond so many at a time are answered 503. */
  simultaneous: number;
  robots: string;
};

/** A federation's site with invented people, as an HTTP handler. */
export type Simulator = {
  data: FederationData;
  faults: Faults;
  counts: Counts;
  settings: Settings;
  handler: (request: Request) => Promise<Response>;
  /** Ends all waiting, so that requests in flight are answered at once. */
  stop: () => void;
};
