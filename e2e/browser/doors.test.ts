import { afterEach, describe, expect, it } from 'vitest';
import { seed } from '../chosen.ts';
import { verdictOn } from '../server/desk.ts';
import { fromTheLobby, playerBy } from './cast.ts';
import { type House, openHouse, WAYS, type Way } from './house.ts';

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

/** By which the whole exercise is not played this time; the long run plays that by each. */
const other = WAYS[(seed + 1 + (Math.floor(seed / WAYS.length) % (WAYS.length - 1))) % WAYS.length] as Way;

/** What a door can break: links and cookies, commands and the feed, files up and down, the record. */
describe('Lead control and a player', () => {
  it.each([other])('from the lobby to the record: $name', async (way) => {
    house = await openHouse(way);
    const { lead, links } = await fromTheLobby(house);
    const rok = await playerBy(house, links, 'rok');
    await lead.clock('start');
    await lead.improvise({
      to: 'All of Republic of Korea',
      title: 'The President asks for a word',
      text: 'Call the residence.',
      file: PICTURE,
    });
    await rok.acknowledge('The President asks for a word');
    const [file = ''] = await rok.files();
    expect(await rok.fetchFile(file)).toMatch(/^200 /);
    await rok.askControl('대사관에 물어도 됩니까?');
    await lead.answer('대사관에 물어도 됩니까?', 'Yes. The embassy is played by control.');
    await rok.line('Yes. The embassy is played by control.');
    await lead.end();
    expect(verdictOn((await rok.fetchRecord()).trimEnd().split('\n'))).toMatchObject({ ok: true });
    for (const person of [lead, rok]) expect(person.faults).toEqual([]);
  });
});

/** The smallest picture there is. */
const PICTURE = {
  name: 'map.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
};
