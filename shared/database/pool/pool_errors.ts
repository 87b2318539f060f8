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
