import { join } from "node:path";
import { runProgram } from "./running_nginx.ts";

/** PEM files of a certificate and its key. */
export type CertificateFiles = { file: string; key: string };

const NEW_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes".split(" ");

/** Makes an authority that signs certificates, for two days. */
export async function makeAuthority(folder: string, name: string): Promise<CertificateFiles> {
  const files = { file: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  await runProgram("openssl", [
    ..."req -x509 -days 2".split(" "),
    ...NEW_KEY,
    ...["-subj", `/CN=${name}`, "-keyout", files.key, "-out", files.file],
  ]);
  return files;
}

/**
 * Makes a certificate for servers.
 *
 * @param options.alternatives What it names: `DNS:pg1`, `IP:10.0.0.11`.
 */
export async function makeCertificate(
  folder: string,
  { name, authority, alternatives }: {
    name: string;
    authority: CertificateFiles;
    alternatives: readonly string[];
  },
): Promise<CertificateFiles> {
  const files = { file: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  const request = join(folder, `${name}.csr`);
  const extensions = join(folder, `${name}.ext`);
  await runProgram("openssl", [
    ...["req", ...NEW_KEY, "-subj", `/CN=${name}`, "-keyout", files.key, "-out", request],
  ]);
  await Deno.writeTextFile(
    extensions,
    `subjectAltName=${alternatives.join(",")}\nextendedKeyUsage=serverAuth,clientAuth\n` +
      "basicConstraints=CA:FALSE\n",
  );
  await runProgram("openssl", [
    ..."x509 -req -days 2 -CAcreateserial -in".split(" "),
    request,
    ...["-CA", authority.file, "-CAkey", authority.key, "-extfile", extensions],
    ...["-out", files.file],
  ]);
  return files;
}
