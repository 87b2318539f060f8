import { assertEquals, assertRejects } from "@std/assert";
import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { ProblemError } from "../http/problem.ts";
import { VisitorAllowance } from "./visitor_allowance.ts";

/** An empty allowance of one request every two seconds, and a clock. */
async function emptyAllowance() {
  const time = { ms: 0 };
  const allowance = new VisitorAllowance(
    { burst: 1, perSecond: 0.5 },
    () => new Date(time.ms),
  );
  await allowance.use("first", (take) => Promise.resolve(take(1)));
  /** Seconds after which the question may be asked again; 0 when it was answered. */
  const ask = async (question: string, requests: number): Promise<number> => {
    const asked = allowance.use(question, (take) => {
      for (let left = requests; left > 0; left--) take(left);
      return Promise.resolve(null);
    });
    const refusal = await asked.catch((error) => error);
    return refusal instanceof ProblemError ? Number(refusal.headers["retry-after"]) : 0;
  };
  return { time, ask, allowance };
}

Deno.test("VisitorAllowance keeps what it reserved, whoever asks meanwhile", async () => {
  const { time, ask } = await emptyAllowance();
  assertEquals(await ask("four", 4), 8);
  assertEquals(await ask("two", 2), 12);
  time.ms = 3000;
  // Too early: the promise stands.
  assertEquals(await ask("four", 4), 5);
  time.ms = 8000;
  assertEquals(await ask("other", 1), 6);
  assertEquals(await ask("four", 4), 0);
  time.ms = 12_000;
  assertEquals(await ask("two", 2), 0);
  time.ms = 14_000;
  assertEquals(await ask("other", 1), 0);
});

Deno.test("VisitorAllowance puts back what nobody came for, and what was not needed", async () => {
  const { time, ask } = await emptyAllowance();
  assertEquals(await ask("four", 4), 8);
  time.ms = 8000;
  // One was enough.
  assertEquals(await ask("four", 1), 0);
  assertEquals(await ask("next", 1), 0);
  assertEquals(await ask("needs none after all", 4), 8);
  assertEquals(await ask("needs none after all", 0), 0);
  assertEquals(await ask("never claimed", 10), 20);
  time.ms = 28_000 + 15_001;
  assertEquals(await ask("next", 1), 0);
});

Deno.test("VisitorAllowance makes at most ten reservations", async () => {
  const { ask } = await emptyAllowance();
  const waits = [];
  for (let question = 1; question <= 12; question++) waits.push(await ask(`${question}`, 1));
  // The last two are told when one would be free, and nothing is set aside for them.
  assertEquals(waits.slice(-4), [18, 20, 22, 22]);
});

Deno.test("VisitorAllowance sets requests aside that the whole installation could not send", async () => {
  const { time, allowance, ask } = await emptyAllowance();
  time.ms = 2000;
  const spent = allowance.use("budget", (take) => {
    take(1);
    return Promise.reject(new FederationError("budget-spent", "enough for now", { retryAfter: 5 }));
  });
  await assertRejects(() => spent, FederationError);
  time.ms = 7000;
  await ask("other", 1);
  assertEquals(await ask("budget", 1), 0);
});
