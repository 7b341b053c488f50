import { expect, it } from 'vitest';
import { fileUrl, kindOf, previewOf, sizeWords } from './fileWords.ts';
import { admit, isSettled, uploadsIn } from './picked.ts';
import en from './text.en.json' with { type: 'json' };

it('says a file’s type and size as people do', () => {
  expect(kindOf('image/webp')).toBe('picture');
  expect(kindOf('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBe('sheet');
  expect(kindOf('application/hwp+zip')).toBe('hwp');
  expect(kindOf('application/octet-stream')).toBe('other');
  for (const type of ['text/csv', 'video/mp4', 'application/zip', 'x/y']) expect(Object.keys(en.kind)).toContain(kindOf(type));
  expect([512, 43_210, 999_600, 1_234_567, 20_971_520].map((n) => sizeWords(n, 'en'))).toEqual([
    '512 B',
    '43 kB',
    '1 MB',
    '1.2 MB',
    '21 MB',
  ]);
});

it('shows only pictures and PDF in place', () => {
  expect(previewOf({ type: 'image/png' })).toBe('picture');
  expect(previewOf({ type: 'application/pdf' })).toBe('pdf');
  for (const type of ['image/svg+xml', 'text/html', 'application/octet-stream']) expect(previewOf({ type })).toBeUndefined();
  expect(fileUrl('/s/door', 'e1', true)).toBe('/s/door/api/attachments/e1?download');
});

it('refuses at once what the server would refuse', () => {
  const file = (mb: number) => ({ name: 'f', size: mb * 1024 * 1024 });
  expect(admit([file(20), file(20.1), file(1)], 0)).toEqual([undefined, 'file-too-large', undefined]);
  expect(admit([file(1), file(1)], 9)).toEqual([undefined, 'too-many']);
});

it('lets a message go only when its files are there', () => {
  const there = { key: '1', name: 'a', size: 1, upload: 'u1' };
  expect(isSettled([])).toBe(true);
  expect(isSettled([there, { key: '2', name: 'b', size: 1, progress: 0.5 }])).toBe(false);
  expect(uploadsIn([there, { key: '2', name: 'b', size: 1, problem: 'disk' }])).toEqual(['u1']);
});
