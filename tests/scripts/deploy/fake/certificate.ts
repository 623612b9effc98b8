import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

// A certificate authority of one's own, as far as a proxy on loopback needs one: Node reads certificates and writes none.

const oids = {
  commonName: '550403',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  ecdsaWithSha256: '2a8648ce3d040302',
};

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const algorithm = sequence(oid(oids.ecdsaWithSha256));
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);
const isTrue = der(0x01, Buffer.from([0xff]));

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(oid(oids.commonName), der(0x0c, Buffer.from(text)))));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(isCritical ? [isTrue] : []), der(0x04, value));
}

interface Signer {
  name: string;
  key: KeyObject;
}

function certificate(subject: string, publicKey: KeyObject, issuer: Signer, extensions: readonly Buffer[]): string {
  const serial = Buffer.concat([Buffer.from([1]), createHash('sha256').update(randomBytes(8)).digest().subarray(0, 8)]);
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    nameOf(issuer.name),
    validity,
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = createSign('sha256').update(body).sign(issuer.key);
  const lines =
    sequence(body, algorithm, bits(signature))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export interface Authority {
  /** PEM, for whoever is to believe it. */
  certificate: string;
  /** A key and certificate for one host. */
  issue: (host: string) => { key: string; cert: string };
}

export function newAuthority(): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = { name: 'Gongping test authority', key: own.privateKey };
  const root = certificate(signer.name, own.publicKey, signer, [
    extension(oids.basicConstraints, true, sequence(isTrue)),
  ]);
  return {
    certificate: root,
    issue(host) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const alternative = extension(oids.subjectAltName, false, sequence(der(0x82, Buffer.from(host))));
      return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        cert: certificate(host, publicKey, signer, [alternative]),
      };
    },
  };
}
