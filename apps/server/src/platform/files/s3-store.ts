import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { FileStoreError } from './store-error.ts';
import type { FileStore } from './store.ts';

/** A bucket of Amazon S3 or of anything that speaks its language. */
export interface S3Place {
  /** With the port, without a path: 'https://oss.example.gov.cn'. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secret: string;
}

const PATIENCE_MS = 60_000;
const RETRIES = 2;
/** What the well-known servers call a bucket or a disk that holds no more. */
const FULL = /StorageFull|QuotaExceeded|InsufficientStorage/i;

/** Files as objects `ab/cd/abcd…`, addressed by path, which every such server understands. */
export function openS3Store(place: S3Place): FileStore {
  const { endpoint, bucket, region, accessKey, secret } = place;
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: RETRIES,
  });

  async function ask(
    method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
    sha256: string,
    also: RequestInit = {},
  ): Promise<Response> {
    const key = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return await client.fetch(`${endpoint}/${bucket}/${key}`, { method, signal, ...also });
    } catch (error) {
      throw new FileStoreError('FILE_STORE_AWAY', `${method} was not answered`, error);
    }
  }

  return {
    async put(sha256, bytes) {
      const answer = await ask('PUT', sha256, {
        body: new Uint8Array(bytes),
        // Signed as well, so that the server refuses what was changed on the way.
        headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' },
      });
      await settle(answer, 'PUT');
    },
    async get(sha256) {
      const answer = await ask('GET', sha256);
      if (answer.status === 404) return missing(answer);
      if (!answer.ok || !answer.body) return settle(answer, 'GET');
      return Readable.from(answer.body);
    },
    async has(sha256) {
      const answer = await ask('HEAD', sha256);
      if (answer.status === 404) return false;
      await settle(answer, 'HEAD');
      return true;
    },
    async remove(sha256) {
      const answer = await ask('DELETE', sha256);
      if (answer.status !== 404) await settle(answer, 'DELETE');
    },
  };
}

/** A bucket that is not there is a fault of the set-up; an object that is not there is an answer. */
async function missing(answer: Response): Promise<undefined> {
  const said = await answer.text();
  if (said.includes('NoSuchBucket')) {
    throw new FileStoreError('FILE_STORE_AWAY', 'there is no such bucket');
  }
}

/** Reads the answer to its end. @throws FileStoreError where it says no */
async function settle(answer: Response, method: string): Promise<undefined> {
  const said = await answer.text().catch(() => '');
  if (answer.ok) return;
  const isFull = answer.status === 507 || FULL.test(said);
  const code = /<Code>(\w+)<\/Code>/.exec(said)?.[1] ?? '';
  throw new FileStoreError(
    isFull ? 'FILE_STORE_FULL' : 'FILE_STORE_AWAY',
    `${method} was answered with ${answer.status} ${code}`,
  );
}
