export interface Uploaded {
  readonly upload: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Sends one file to the server and says how far it is (0 to 1). Gives what the server found, or the code of its refusal. */
export function sendFile(
  door: string,
  file: File,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Uploaded | { readonly problem: string }> {
  return new Promise((resolve) => {
    // fetch does not tell how far it has sent.
    const request = new XMLHttpRequest();
    request.open('POST', `${door}/api/attachments?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total);
    request.onload = () => {
      if (request.status === 201) return resolve(request.response as Uploaded);
      if (request.status === 408) return resolve({ problem: 'not-sent' });
      const code = (request.response as { code?: string } | null)?.code ?? 'not-sent';
      resolve({ problem: request.status === 429 ? 'too-many-now' : code });
    };
    request.onerror = () => resolve({ problem: 'not-sent' });
    request.onabort = () => resolve({ problem: 'stopped' });
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
