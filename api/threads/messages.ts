import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import type { LogLevel } from "@mypacer/shared/process/log.ts";
import type { Lender } from "../directory_share/borrowed_share.ts";
import type { Counts } from "../observation/metrics.ts";
import type { SearchRequest, SearchResult } from "../search/engine.ts";
import type { IndexChange } from "../search/index_holder.ts";
import type { PassedRequest, PassedResponse } from "./passed.ts";

/** What a serving thread must know to begin. */
export interface ThreadSettings {
  hostname: string;
  port: number;
  federationUrl: string;
  version: string;
  oppositionKey: string | undefined;
  /** Whether a network may read a share of the directory only. */
  hasDirectoryShare: boolean;
  logLevel: LogLevel;
  dsn: string | undefined;
}

/** What the main thread does for the others: all that there must be one of in a process. */
export interface MainCalls extends Lender {
  /** Answers a request that a thread cannot. */
  answer(request: PassedRequest): Promise<PassedResponse>;
  /** Searches where a thread's own search failed. */
  find(request: SearchRequest): Promise<SearchResult>;
  clubOf(number: string): Promise<ClubRef | null>;
}

/** From the main thread. */
export type ToThread =
  | { kind: "serve"; settings: ThreadSettings }
  | { kind: "index"; change: IndexChange }
  | { kind: "done"; id: number; value: unknown }
  | { kind: "failed"; id: number; reason: string }
  | { kind: "count" }
  | { kind: "stop" };

/** To the main thread. */
export type FromThread =
  /** What is sent to the thread before may be lost. */
  | { kind: "loaded" }
  | { kind: "call"; id: number; name: keyof MainCalls; args: unknown[] }
  | { kind: "counted"; counts: Counts }
  | { kind: "stopped" };
