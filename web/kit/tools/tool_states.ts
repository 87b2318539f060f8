/**
 * What a URL or a form says to a tool: the state it gives, how fields were read, and what was
 * refused.
 */
export interface ToolInput {
  state: unknown;
  notes: object;
  problems: object;
}

/** What a tool makes of its address. */
export interface ToolStates<Input extends ToolInput> {
  read(parameters: URLSearchParams): Input;
  /** Canonical query string of a state. */
  search(state: Input["state"]): string;
}
