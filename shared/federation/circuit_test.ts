import { assertEquals } from "@std/assert";
import { Circuit } from "./circuit.ts";
import { FakeClock } from "./testing/fake_clock.ts";

function start() {
  const clock = new FakeClock();
  return { clock, circuit: new Circuit(clock, { cooldown: 30_000 }) };
}

Deno.test("Circuit opens after five failures in a row", () => {
  const { circuit } = start();
  for (let count = 0; count < 4; count++) circuit.fail(false);
  circuit.succeed(false);
  for (let count = 0; count < 4; count++) circuit.fail(false);
  assertEquals(circuit.state, "closed");
  circuit.fail(false);
  assertEquals([circuit.state, circuit.wait()], ["open", 30_000]);
});

Deno.test("Circuit opens when twelve of the last twenty failed", () => {
  const { circuit } = start();
  for (let count = 0; count < 5; count++) {
    circuit.fail(false);
    circuit.fail(false);
    circuit.succeed(false);
  }
  circuit.fail(false);
  assertEquals(circuit.state, "closed");
  circuit.fail(false);
  assertEquals(circuit.state, "open");
});

Deno.test("Circuit lets one request try after the cooldown and closes when it succeeds", () => {
  const { circuit, clock } = start();
  circuit.trip();
  clock.advance(30_000);
  assertEquals([circuit.state, circuit.wait()], ["half-open", 0]);
  assertEquals(circuit.admit(), true);
  assertEquals([circuit.state, circuit.wait()], ["half-open", Infinity]);
  circuit.succeed(true);
  assertEquals([circuit.state, circuit.wait(), circuit.admit()], ["closed", 0, false]);
});

Deno.test("Circuit stays open twice as long after each try that failed, at most ten minutes", () => {
  const { circuit, clock } = start();
  circuit.trip();
  const waits = Array.from({ length: 6 }, () => {
    clock.advance(circuit.wait());
    circuit.admit();
    circuit.fail(true);
    return circuit.wait();
  });
  assertEquals(waits, [60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
});

Deno.test("Circuit takes a late answer to an older request for no news", () => {
  const { circuit, clock } = start();
  circuit.trip();
  circuit.fail(false);
  assertEquals(circuit.wait(), 30_000);
  clock.advance(30_000);
  circuit.admit();
  circuit.succeed(false);
  assertEquals(circuit.state, "half-open");
});

Deno.test("Circuit lets the next request try when the one that tried was given up", () => {
  const { circuit, clock } = start();
  circuit.trip();
  clock.advance(30_000);
  const trial = circuit.admit();
  circuit.giveUp(trial);
  assertEquals([circuit.wait(), circuit.admit()], [0, true]);
});

Deno.test("Circuit pauses without a trial afterwards when the site asked for it", () => {
  const { circuit, clock } = start();
  circuit.pause(5000);
  circuit.pause(1000);
  assertEquals([circuit.state, circuit.wait()], ["open", 5000]);
  clock.advance(5000);
  assertEquals([circuit.state, circuit.admit()], ["closed", false]);
});
