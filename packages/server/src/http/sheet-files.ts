import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NotDone } from '../aside/aside.ts';
import { OWN_FILE, OWN_FOLDER } from '../store/folder.ts';
import type { House } from './house.ts';
import { Problem } from './problems.ts';

export const SHEET_BYTES = 20 * 1024 * 1024;
/** Where scenarios made of sheets are kept. @throws Problem where nothing is */
export function importsOf({ imports }: House): string {
  if (imports === undefined)
    throw new Problem(409, 'nothing-is-kept', 'This server keeps nothing, so it takes no sheets. Start it with a data folder.');
  return imports;
}

/** What was asked aside, or why it was not done, in the words of whoever reads sheets. @throws Problem */
export async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (why) {
    if (!(why instanceof NotDone) || why.failed.code === 'fault') throw why;
    const { code, message, details } = why.failed;
    if (code === 'too-much') throw new Problem(422, 'too-large', TOO_MUCH.message.en, TOO_MUCH);
    throw new Problem(422, code, message, details);
  }
}
/** As `ImportFault` says it. */
const TOO_MUCH = {
  code: 'too-large',
  message: { en: 'Reading the sheet takes more time or memory than there is.', ko: '시트를 읽는 데 필요한 시간이나 메모리가 부족합니다.' },
  hint: { en: 'Save only the MSEL sheet as a new file, without pictures.', ko: '그림을 빼고 주요상황목록 시트만 새 파일로 저장하십시오.' },
};

/**
 * Writes a scenario folder beside its final name, has it read, and moves it there whole, or leaves nothing. Gives the id on
 * the shelf. `judge` throws if nobody may any more; it is asked after each wait.
 */
export async function shelve(
  files: ReadonlyMap<string, string>,
  own: string,
  folder: string,
  house: House,
  judge: () => void,
): Promise<string> {
  const used = new Set((await house.shelf.all()).map((entry) => entry.id));
  judge();
  let id = own;
  const place = () => join(folder, id);
  const draft = () => join(folder, `.draft-${id}`);
  // Another sheet of that name may be read at this moment.
  for (let n = 2; used.has(id) || existsSync(place()) || existsSync(draft()); n++) id = `${own.slice(0, 56)}-${n}`;
  try {
    for (const [name, text] of files) {
      const path = join(draft(), name);
      mkdirSync(dirname(path), { recursive: true, mode: OWN_FOLDER });
      writeFileSync(path, name === 'scenario.yaml' ? text.replace(/^id:.*$/m, `id: ${id}`) : text, { mode: OWN_FILE });
    }
    const checked = await house.aside.do({ kind: 'folder', folder: draft() });
    judge();
    renameSync(draft(), place());
    house.shelf.keep(place(), checked);
    return id;
  } catch (why) {
    rmSync(draft(), { recursive: true, force: true });
    throw why;
  }
}
