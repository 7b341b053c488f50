import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from '@entente/documents';
import { words } from '@entente/engine';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { digest } from '../digest.ts';
import { OWN_FILE, OWN_FOLDER } from '../store/folder.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';
import { importsOf, told } from './sheet-files.ts';

const MAP_BYTES = 512 * 1024;
const MOST_TEMPLATES = 200;
const byName = z.object({ name: words(200) });

/** How the sheets of an office are read, saved by name beside the scenarios that were made of them, and had again. */
export async function templateRoutes(plain: FastifyInstance, house: House): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const director = { who: 'director' as const };

  app.get('/api/templates', { config: director }, async () => ({ templates: templatesOf(house) }));

  app.put(
    '/api/templates/:name',
    { bodyLimit: MAP_BYTES, schema: { params: byName, body: z.unknown() }, config: { ...director, ...perSession(60) } },
    async (request, reply) => {
      const folder = folderOf(importsOf(house));
      const { name } = request.params;
      const template = await told(house.aside.do({ kind: 'template', value: request.body }));
      request.judge();
      mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
      const path = placeOf(folder, name);
      if (!existsSync(path) && readdirSync(folder).length >= MOST_TEMPLATES)
        throw new Problem(409, 'too-many-templates', `There are ${MOST_TEMPLATES} templates already. Delete one that nobody uses.`);
      writeFileSync(`${path}.draft`, `${JSON.stringify({ ...template, name }, null, 2)}\n`, { mode: OWN_FILE });
      renameSync(`${path}.draft`, path);
      return reply.code(204).send();
    },
  );

  app.delete('/api/templates/:name', { schema: { params: byName }, config: director }, async (request, reply) => {
    const path = placeOf(folderOf(importsOf(house)), request.params.name);
    if (!existsSync(path)) throw unknown();
    rmSync(path);
    return reply.code(204).send();
  });
}

/** How the offices of the house lay out their sheets. */
export const templatesOf = ({ imports }: House): ReturnType<typeof templatesIn> =>
  imports === undefined ? [] : templatesIn(folderOf(imports));

/** @throws Problem 404 */
export function templateNamed(house: House, name: string): Template {
  const found = templatesOf(house).find((t) => t.name.toLowerCase() === name.toLowerCase());
  if (!found) throw unknown();
  return found;
}

const folderOf = (imports: string): string => join(imports, '..', 'templates');

/** A name may hold anything; the file is called by its digest, and holds the name. */
const placeOf = (folder: string, name: string): string => join(folder, `${digest(name.normalize('NFC').toLowerCase()).slice(0, 32)}.json`);

/** Those that can be read, by name. A file that somebody has spoiled is passed over. */
function templatesIn(folder: string): (Template & { readonly name: string })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      try {
        const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template & { readonly name?: string };
        return typeof template.name === 'string' ? [{ ...template, name: template.name }] : [];
      } catch {
        return [];
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
