import type { AnyToolInput } from "./tool_fields.ts";

/** What a tool makes of its address. */
export interface ToolStates<Input extends AnyToolInput> {
  read(parameters: URLSearchParams): Input;
  /** Canonical query string of a state. */
  search(state: Input["state"]): string;
}
