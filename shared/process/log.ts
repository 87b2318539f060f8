/** Levels of log lines, least urgent first. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = typeof LOG_LEVELS[number];

/** Values a log line may carry beside its message. Never personal data. */
export type LogFields = Record<string, unknown>;

/** Writes log lines of one process. */
export type Logger = Record<LogLevel, (message: string, fields?: LogFields) => void>;

/** An error as log fields: its name, message, stack and chain of causes. */
function describe(error: Error): LogFields {
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause instanceof Error ? { cause: describe(error.cause) } : {}),
  };
}

const PLAIN = (_key: string, value: unknown) =>
  value instanceof Error ? describe(value) : typeof value === "bigint" ? String(value) : value;

/**
 * Makes a logger that writes to stderr: for people on a terminal, else one JSON object a line.
 *
 * @param part Which process is speaking, e.g. `api`.
 * @param level Least urgent level that is written.
 */
export function createLogger(
  part: string,
  { level = "info", terminal = Deno.stderr.isTerminal(), write = writeLine }: {
    level?: LogLevel;
    terminal?: boolean;
    write?: (line: string) => void;
  } = {},
): Logger {
  const lowest = LOG_LEVELS.indexOf(level);
  const line = (at: LogLevel, message: string, fields: LogFields = {}) => {
    if (LOG_LEVELS.indexOf(at) < lowest) return;
    const details = JSON.stringify(fields, PLAIN);
    write(
      terminal
        ? `${part} ${at}: ${message}${details === "{}" ? "" : ` ${details}`}`
        : JSON.stringify(
          { time: new Date().toISOString(), level: at, part, message, ...fields },
          PLAIN,
        ),
    );
  };
  return {
    debug: (message, fields) => line("debug", message, fields),
    info: (message, fields) => line("info", message, fields),
    warn: (message, fields) => line("warn", message, fields),
    error: (message, fields) => line("error", message, fields),
  };
}

const encoder = new TextEncoder();

function writeLine(line: string): void {
  Deno.stderr.writeSync(encoder.encode(`${line}\n`));
}
