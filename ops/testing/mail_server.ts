import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and text as sent. */
  text: string;
}

/** A server that takes mails, on loopback. */
export interface MailServer extends AsyncDisposable {
  port: number;
  received: ReceivedMail[];
}

/**
 * Starts a mail server.
 *
 * @param account Who may send; anybody by default.
 */
export async function startMailServer(
  account?: { user: string; password: string },
): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: account ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    authOptional: account === undefined,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(new Error("Wrong name or password")),
    async onData(stream, { envelope }, done) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      received.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : "",
        to: envelope.rcptTo.map(({ address }) => address),
        text: new TextDecoder().decode(await new Blob(chunks as BlobPart[]).arrayBuffer()),
      });
      done();
    },
  });
  const listening = Promise.withResolvers<void>();
  const listener = server.listen(0, "127.0.0.1", () => listening.resolve());
  await listening.promise;
  const address = listener.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    received,
    [Symbol.asyncDispose]: () => new Promise((done) => server.close(() => done())),
  };
}
