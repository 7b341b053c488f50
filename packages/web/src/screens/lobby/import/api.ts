import { ApiFailure, ask, failureFrom, parsed, post } from '../api.ts';
import type { ImportedSheet, Reading, Shown, Template } from './reading.ts';

/** Sends a sheet as it is; `tell` hears the share sent so far, 0 to 1. fetch cannot tell, so this is an XMLHttpRequest. */
export function sendSheet(file: File, tell: (sent: number) => void, stop: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/sheets?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (e) => e.lengthComputable && tell(e.loaded / e.total);
    request.onerror = () => reject(new ApiFailure(0, 'network', ''));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve((body as { sheet: string }).sheet);
      else reject(failureFrom(request.status, body));
    };
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

export async function readSheet(sheet: string, map: Template, show: Shown, signal: AbortSignal): Promise<Reading> {
  const response = await ask(`/api/sheets/${sheet}/reading`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ map, show }),
    signal,
  });
  return (await response.json()) as Reading;
}

export async function importSheet(sheet: string, map: Template): Promise<ImportedSheet> {
  return (await (await post(`/api/sheets/${sheet}/import`, { map })).json()) as ImportedSheet;
}

export async function readTemplates(signal: AbortSignal): Promise<readonly (Template & { readonly name: string })[]> {
  const { templates } = (await (await ask('/api/templates', { signal })).json()) as {
    templates: readonly (Template & { readonly name: string })[];
  };
  return templates;
}

export async function saveTemplate(name: string, template: Template): Promise<void> {
  await post(`/api/templates/${encodeURIComponent(name)}`, template, 'PUT');
}

export async function deleteTemplate(name: string): Promise<void> {
  await ask(`/api/templates/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

/** Sits down at lead control and starts the clock; gives the path of control's screens. */
export async function startExercise(exercise: string, name: string): Promise<string> {
  const started = (await (await post(`/api/exercises/${encodeURIComponent(exercise)}/start`, { name })).json()) as { path: string };
  return started.path;
}
