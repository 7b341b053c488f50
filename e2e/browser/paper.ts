import { expect } from 'vitest';
import type { Person } from './person.ts';

/**
 * On which page each part of a printed document begins, by where its own links lead: read off the PDF, whose objects
 * (all but streams) are plain text.
 */
export function partsOfPdf(pdf: Buffer): Record<string, number> {
  const text = pdf.toString('latin1');
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\n(.*?)endobj/gs)].map(([, id, body]) => [id as string, body as string]));
  const pagesBelow = (id: string): string[] => {
    const kids = /\/Kids \[(.*?)\]/s.exec(objects.get(id) ?? '')?.[1];
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(kid as string));
  };
  const [root = ''] = [...objects].find(([, body]) => body.includes('/Type /Pages') && !body.includes('/Parent')) ?? [];
  const order = pagesBelow(root);
  const named = [...text.matchAll(/\/part-(\w+) \[(\d+) 0 R/g)];
  return Object.fromEntries(named.map(([, part, page]) => [part as string, order.indexOf(page as string) + 1]));
}

/** The report’s contents name the page on which each part begins on paper. The report is open. */
export async function contentsHold({ page }: Person): Promise<void> {
  const links = page.locator('.rp-contents a');
  await page.waitForFunction(() => document.querySelector('.rp-page')?.textContent);
  const said = await links.evaluateAll((all) =>
    all.map((a): [string, number] => [
      (a.getAttribute('href') ?? '').replace('#part-', ''),
      Number(a.querySelector('.rp-page')?.textContent),
    ]),
  );
  const printed = partsOfPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(Object.keys(printed).length).toBeGreaterThan(4);
  expect(Object.fromEntries(said)).toEqual(printed);
}
