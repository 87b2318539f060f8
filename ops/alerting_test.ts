/**
 * Whether somebody is told: from a metric to mail and webhook, of a unit that failed, of requests
 * that wait.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parse } from "yaml";
import { pathTo } from "../dev/paths.ts";
import { freePort } from "../shared/process/free_ports.ts";
import { runInstallation } from "./testing/running_installation.ts";
import { startMailServer } from "./testing/mail_server.ts";
import {
  alertVariables,
  runAlert,
  runAlerting,
  type RunningAlerting,
  startReceiver,
} from "./testing/running_alerting.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const root = (path: string) => pathTo(`../${path}`);
const decoder = new TextDecoder();
const RUNBOOK = "https://github.com/cmoron/mypacer/blob/main/docs/RUNBOOK.md#";

/**
 * What `ops/observability/alertmanager.sh` makes of variables: its file, or the line that it ends
 * with.
 */
async function made(variables: Record<string, string>) {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-alertmanager-" });
  const { code, stderr } = await new Deno.Command(root("ops/observability/alertmanager.sh"), {
    env: { ALERTMANAGER: "true", ALERTMANAGER_FOLDER: folder, ...variables },
    stdin: "null",
  }).output();
  return { code, stderr: decoder.decode(stderr), folder, file: `${folder}/alertmanager.yml` };
}

testWith(
  missingTools("amtool"),
  "amtool accepts what the variables make, whichever are set, and nobody else may read it",
  async () => {
    const mail = {
      ALERT_MAIL_TO: "operator@example.org",
      ALERT_MAIL_FROM: "mypacer@example.org",
      SMTP_HOST: "smtp.example.org:587",
    };
    const account = { SMTP_USER: "o'brien", SMTP_PASSWORD: `'": {{ # \\` };
    const webhook = { ALERT_WEBHOOK_URL: "https://example.org/hook?a=1&b='2'" };
    const heartbeat = { ALERT_HEARTBEAT_URL: "https://example.org/ping" };
    for (
      const variables of [{}, mail, { ...mail, ...account }, webhook, {
        ...mail,
        ...webhook,
        ...heartbeat,
      }]
    ) {
      const { code, stderr, folder, file } = await made(variables);
      assertEquals(code, 0, stderr);
      const { success, stderr: found } = await new Deno.Command("amtool", {
        args: ["check-config", file],
      }).output();
      assert(success, decoder.decode(found));
      assertEquals(((await Deno.stat(file)).mode ?? 0) & 0o077, 0);
      if ("SMTP_USER" in variables) {
        const password = await Deno.readTextFile(`${folder}/smtp_password`);
        assertEquals(password, account.SMTP_PASSWORD);
        const secret = `${folder}/secret`;
        await Deno.writeTextFile(secret, `${password}\n`);
        const byFile = await made({
          ...mail,
          ...account,
          SMTP_PASSWORD: "",
          SMTP_PASSWORD_FILE: secret,
        });
        assertEquals(await Deno.readTextFile(`${byFile.folder}/smtp_password`), password);
        await Deno.remove(byFile.folder, { recursive: true });
      }
      const { receivers } = parse(await Deno.readTextFile(file));
      assertEquals(receivers[0].name, "operator");
      assertEquals("email_configs" in receivers[0], "ALERT_MAIL_TO" in variables);
      assertEquals("webhook_configs" in receivers[0], "ALERT_WEBHOOK_URL" in variables);
      assertEquals(
        /sent to nobody/.test(stderr),
        !("email_configs" in receivers[0]) &&
          !("webhook_configs" in receivers[0]),
      );
      await Deno.remove(folder, { recursive: true });
    }
  },
);

Deno.test("alertmanager.sh refuses a wrong variable by name and does not start", async () => {
  const mail = { ALERT_MAIL_TO: "operator@example.org", ALERT_MAIL_FROM: "mypacer@example.org" };
  for (
    const [name, variables] of [
      ["ALERT_MAIL_TO", { ALERT_MAIL_TO: "operator" }],
      ["ALERT_MAIL_TO", { ALERT_MAIL_TO: "a@example.org\nsmtp_from: b" }],
      ["SMTP_HOST", mail],
      ["SMTP_HOST", { ...mail, SMTP_HOST: "smtp.example.org" }],
      ["SMTP_TLS", { SMTP_TLS: "maybe" }],
      ["ALERT_WEBHOOK_URL", { ALERT_WEBHOOK_URL: "example.org" }],
    ] as const
  ) {
    const { code, stderr, folder } = await made(variables);
    assertEquals(code, 1, name);
    assertMatch(stderr, new RegExp(`^alertmanager: ${name}`));
    await Deno.remove(folder, { recursive: true });
  }
});

/** The subject of a mail, its lines joined. */
const subjectOf = (text: string) =>
  /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(text)?.[1]?.replace(/\r\n/g, "");
/** The body of a mail, decoded where it is quoted-printable. */
const bodyOf = (text: string) =>
  text.replace(/=\r\n/g, "").replace(
    /=([0-9A-F]{2})/g,
    (_, hex) => String.fromCharCode(parseInt(hex, 16)),
  );
const mailAbout = ({ mail }: RunningAlerting, subject: string) =>
  until(`a mail "${subject}"`, () => mail.received.find(({ text }) => subjectOf(text) === subject));

testWith(
  missingTools("prometheus", "prometheus-alertmanager", "curl"),
  "an alert goes from a metric to mail and webhook, and that it is over as well",
  async (t) => {
    await using alerting = await runAlerting();
    const { receiver, variables } = alerting;
    const posted = (alertname: string, status: string) =>
      until(
        `${alertname} ${status}`,
        () =>
          receiver.alerts.find(({ labels, status: is }) =>
            labels.alertname === alertname && is === status
          ),
      );

    await t.step("that it began", async () => {
      alerting.setMetrics("mypacer_federation_athletes_unknown 1\n");
      const { from, to, text } = await mailAbout(alerting, "[MyPacer] FederationChanged");
      assertEquals([from, to], ["mypacer@example.org", [
        "operator@example.org",
        "second@example.org",
      ]]);
      const body = bodyOf(text);
      assertStringIncludes(body, "Too many athletes are unknown to the federation");
      assertStringIncludes(body, `What to do: ${RUNBOOK}federationchanged`);
      const { annotations } = await posted("FederationChanged", "firing");
      assertEquals(annotations.runbook, `${RUNBOOK}federationchanged`);
    });

    await t.step("that it is over", async () => {
      alerting.setMetrics("mypacer_federation_athletes_unknown 0\n");
      const { text } = await mailAbout(alerting, "[MyPacer] Over: FederationChanged");
      assertMatch(bodyOf(text), /^Over: Too many athletes/m);
      await posted("FederationChanged", "resolved");
    });

    await t.step("the heartbeat beats, and the operator hears nothing of it", async () => {
      await until("a heartbeat", () => receiver.heartbeats > 0);
      assertEquals(receiver.alerts.filter(({ labels }) => labels.alertname === "Watchdog"), []);
    });

    await t.step("alert.sh --test follows it", async () => {
      const { code, stdout } = await runAlert(["--test"], variables);
      assertEquals(
        [code, stdout.split("\n").map((line) => line.slice(0, 10).trim())],
        [0, ["rules", "watchdog", "test", "sent", "sent", ""]],
        stdout,
      );
      await mailAbout(alerting, "[MyPacer] TestAlert");
    });

    await t.step("alert.sh --unit tells by Alertmanager which unit failed", async () => {
      const { code, stdout } = await runAlert(["--unit", "mypacer-backup.service"], variables);
      assertEquals([code, stdout], [
        0,
        "alert: Alertmanager was told that mypacer-backup.service has failed\n",
      ]);
      const { text } = await mailAbout(alerting, "[MyPacer] Urgent: UnitFailed");
      assertStringIncludes(bodyOf(text), "journalctl --unit mypacer-backup.service");
      assertStringIncludes(bodyOf(text), `${RUNBOOK}unitfailed`);
    });

    await t.step("what follows from a site that is down is not told beside it", async () => {
      const answer = await fetch(`${alerting.alertmanager}/api/v2/alerts`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify([
          { labels: { alertname: "SiteDown", severity: "page" } },
          { labels: { alertname: "PagesSlow", severity: "ticket" } },
        ]),
      });
      assertEquals([answer.ok, await answer.text()], [true, ""]);
      await posted("SiteDown", "firing");
      // Its mail too: one that is still under way would be taken for the next test's.
      await mailAbout(alerting, "[MyPacer] Urgent: SiteDown");
      const inhibited = await (await fetch(
        `${alerting.alertmanager}/api/v2/alerts?active=false&silenced=false&filter=alertname%3DPagesSlow`,
      )).json();
      assertEquals(inhibited.length, 1);
    });

    await t.step("alert.sh --test says which way does not work", async () => {
      await alerting.mail[Symbol.asyncDispose]();
      const { code, stdout } = await runAlert(["--test"], variables);
      assertEquals(code, 1);
      assertMatch(stdout, /^! email: it was refused/m);
      assertMatch(stdout, /^sent {7}by webhook$/m);
      assertEquals(receiver.alerts.filter(({ labels }) => labels.alertname === "PagesSlow"), []);
    });
  },
);

testWith(
  missingTools("curl"),
  "a unit that failed is told without Alertmanager too, and it is said when nobody can be told",
  async () => {
    const password = `it's "quoted" \\ secret`;
    await using mail = await startMailServer({ user: "mypacer", password });
    await using receiver = startReceiver();
    const port = freePort();
    const nowhere = { ALERTMANAGER_PORT: String(port) };
    const unit = ["--unit", "mypacer-restore-drill.service"];

    const both = await runAlert(unit, {
      ...nowhere,
      ...alertVariables({ mail, receiver, password }),
    });
    assertEquals(
      [both.code, both.stdout],
      [0, "alert: sent by mail\nalert: sent by webhook\n"],
      both.stderr,
    );
    const [first] = mail.received;
    assertEquals(first?.to, ["operator@example.org", "second@example.org"]);
    assertMatch(
      subjectOf(first?.text ?? "") ?? "",
      /^\[MyPacer\] mypacer-restore-drill\.service has failed on /,
    );
    assertStringIncludes(first?.text ?? "", "journalctl --unit mypacer-restore-drill.service");
    assertStringIncludes(first?.text ?? "", `${RUNBOOK}unitfailed`);
    assertEquals(receiver.alerts.map(({ labels }) => labels.unit), [
      "mypacer-restore-drill.service",
    ]);

    const refused = await runAlert(unit, {
      ...nowhere,
      ...alertVariables({ mail, receiver, password: "wrong" }),
    });
    assertEquals([refused.code, refused.stdout], [1, "alert: sent by webhook\n"]);
    assertMatch(refused.stderr, /the mail server did not take it/);
    assert(!refused.stderr.includes("wrong"));

    const nobody = await runAlert(unit, nowhere);
    assertEquals(nobody.code, 1);
    assertMatch(nobody.stderr, /nobody was told .*: set ALERT_MAIL_TO or ALERT_WEBHOOK_URL/);
    const hostile = await runAlert(["--unit", 'a"b.service'], nowhere);
    assertEquals(hostile.code, 2);
  },
);

testWith(
  missingTools("nginx", "openssl", "curl", "flock", "psql"),
  "status.sh says how many requests of people wait, which need a look, and whether alerts go out",
  async () => {
    await using installation = await runInstallation();
    await installation.publish("1.0.0-prod");
    const told = async () => (await installation.run("status")).stdout;
    assertMatch(await told(), /^requests {3}none waits$/m);
    const add = (reference: string, age: string) =>
      installation.query((sql) =>
        sql`
          insert into removal_request (reference, kind, ffa_id, created_at)
          values (${reference}, 'removal', '7000002', now() - ${age}::interval)
        `
      );
    await add("7KQ2M-0X9TB", "1 day 2 hours");
    assertMatch(await told(), /^requests {3}1 of people wait, the oldest since 20\d\d-\d\d-\d\d:/m);
    await add("7KQ2M-0X9TC", "12 days 2 hours");
    assertMatch(await told(), /^! requests 2 of people wait, the oldest since 20\d\d-\d\d-\d\d:/m);

    assertMatch(await told(), /^alerts {5}go to nobody:/m);
    const alertmanager = serveLocally(({ url }) =>
      new Response(null, { status: url.endsWith("/-/ready") ? 200 : 404 })
    );
    await installation.setVariable("ALERT_MAIL_TO", "operator@example.org");
    await installation.setVariable("ALERTMANAGER_PORT", String(alertmanager.port));
    assertMatch(await told(), /^alerts {5}go by mail;/m);
    await alertmanager[Symbol.asyncDispose]();
    assertMatch(await told(), /^! alerts would go by mail, but Alertmanager does not answer$/m);
  },
);

/** Units of systemd in the repository, by name. */
async function units(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, isFile } of Deno.readDir(root("ops/systemd"))) {
    if (isFile) found.set(name, await Deno.readTextFile(root(`ops/systemd/${name}`)));
  }
  return found;
}

Deno.test("every unit that fails is told", async () => {
  const services = Array.from(await units())
    // The one that tells, and the one that runs every minute: an alert tells of it.
    .filter(([name]) =>
      name.endsWith(".service") &&
      !["mypacer-alert@.service", "mypacer-figures.service"].includes(name)
    );
  assert(services.length >= 2);
  assertEquals(
    services.filter(([, text]) => !/^OnFailure=mypacer-alert@%n\.service$/m.test(text)).map((
      [name],
    ) => name),
    [],
  );
});

testWith(missingTools("systemd-analyze"), "systemd accepts the units", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-units-" });
  const names: string[] = [];
  for (const [name, text] of await units()) {
    await Deno.writeTextFile(
      `${folder}/${name}`,
      text.replaceAll("/srv/mypacer", root("").replace(/\/$/, "")),
    );
    names.push(name);
  }
  await Deno.writeTextFile(`${folder}/docker.service`, "[Service]\nExecStart=/bin/true\n");
  const { code, stderr } = await new Deno.Command("systemd-analyze", {
    args: ["verify", ...names],
    cwd: folder,
    env: { SYSTEMD_UNIT_PATH: `${folder}:` },
  }).output();
  // What other packages on this machine bring is theirs to mend.
  const ours = decoder.decode(stderr).split("\n").filter((line) => line.includes("mypacer"));
  assertEquals([code, ours], [0, []]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("the runbook has a paragraph for every alert, and every alert names its paragraph", async () => {
  const runbook = await Deno.readTextFile(root("docs/RUNBOOK.md"));
  const paragraphs = new Map(
    Array.from(
      runbook.matchAll(/^### (.+)\n+((?:(?!#).*\n?)*)/gm),
      ([, name = "", text = ""]) => [name, text.trim()],
    ),
  );
  const names: string[] = [];
  const files = ["ops/observability", "ops/point_in_time"].flatMap((folder) =>
    Array.from(Deno.readDirSync(root(folder)), ({ name }) => `${folder}/${name}`)
  ).filter((file) => file.endsWith(".yml") && !file.endsWith("_test.yml"));
  // The others of that folder hold places for a cluster's values.
  for (const file of [...files, "ops/ha/alerts.yml"]) {
    const { groups = [] } = parse(await Deno.readTextFile(root(file)), { merge: true });
    for (
      const { alert, annotations } of groups.flatMap((group: { rules: object[] }) => group.rules)
    ) {
      if (alert === undefined) continue;
      names.push(alert);
      assertEquals(annotations.runbook, RUNBOOK + alert.toLowerCase(), `${file}: ${alert}`);
    }
  }
  // Those of ops/alert.sh.
  names.push("UnitFailed", "TestAlert");
  assert(names.length > 15);
  assertEquals(names.filter((name) => (paragraphs.get(name) ?? "").length < 80), []);
  assertEquals(Array.from(paragraphs.keys()).filter((name) => !names.includes(name)), []);
});
