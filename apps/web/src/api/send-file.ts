import { ROUTES, type FileView } from '@ludao/contracts';
import { addressOf } from './client.ts';
import { ApiProblem, problemOf } from './problem.ts';

/**
 * Sends a file and tells how far it is; fetch cannot do that.
 * @param onProgress is told the share that has left, from 0 to 1
 * @throws {ApiProblem} for everything that is not the promised answer; the signal's reason once aborted
 */
export function sendFile(
  file: File,
  purpose: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const fail = () => reject(new ApiProblem({ status: 0, code: 'NO_CONNECTION' }));
    // An address has no room for more, and the server cuts it anyway.
    const query = { name: file.name.slice(-200), purpose };
    request.open('POST', addressOf(ROUTES.uploadFile, { query }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('error', fail);
    request.addEventListener('abort', () => reject(signal.reason as Error));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop));
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status === 200) resolve(JSON.parse(responseText) as FileView);
      else void problemOf(new Response(responseText, { status })).then(reject);
    });
    signal.addEventListener('abort', stop);
    request.send(file);
  });
}
