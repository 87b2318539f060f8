/** SQLSTATE of a statement that would write where nothing may be written: a standby. */
export const READ_ONLY = "25006";

/** The code of an error of the database, the client or the system; "" where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

export function lost(): Error {
  return Object.assign(new Error("The connection to the database was lost"), {
    code: "CONNECTION_CLOSED",
  });
}

export function noAnswer(): Error {
  return Object.assign(new Error("The database did not answer in time"), {
    code: "CONNECTION_SILENT",
  });
}

export function ended(): Error {
  return Object.assign(new Error("Cannot query: the connections were closed"), {
    code: "CONNECTION_ENDED",
  });
}
