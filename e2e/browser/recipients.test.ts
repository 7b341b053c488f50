import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../packages/documents/src/fixture.ts';
import { director } from '../../packages/server/src/test/server.ts';
import { takeSheet } from '../../packages/server/src/test/sheet.ts';
import { chosen } from '../chosen.ts';
import { Controller } from './controller.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { LANGUAGES } from './words.ts';

/** A row of a planner's sheet whose recipients are not understood, from the import to the seat that lead control chooses. */
const SHEET = csv([
  ['No', 'Time', 'From', 'To', 'Title', 'Message'],
  ['1', '09:00', 'Wire', 'Navy', 'Known', 'For the navy.'],
  ['2', '09:00', 'Wire', 'Navy; ???', 'Doubtful', 'For whom?'],
  ['3', '09:05', 'Wire', 'Police', 'Later', 'For the police.'],
]);

const languages = chosen('recipients', LANGUAGES);
let house: House;
let lobby: Awaited<ReturnType<typeof director>>;
beforeAll(async () => {
  house = await openHouse(ON_THIS_MACHINE);
  lobby = await director(house.server);
});
afterAll(() => house.close());

describe('an inject that names nobody', () => {
  it.each(languages)('waits on lead control’s list, and goes to whom lead control has chosen (%s)', async (language) => {
    const { scenario, rows } = await takeSheet(lobby, SHEET, 'sheet.csv');
    expect(rows.waiting.map((w) => w.row)).toEqual([3]);
    const { id } = (await (await lobby.post('/api/exercises', { scenario })).json()) as { id: string };
    const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['control'] })).json()) as {
      links: { url: string }[];
    };
    const context = await house.context(language);
    const lead = new Controller(await context.newPage(), language);
    await lead.join(links[0]?.url ?? '', 'Lead');
    await lead.press('control.clock.start');
    const card = lead.card('Doubtful');
    await card.waitFor();
    await lead.press('control.hand.chooseTo', card);
    await lead.sees(lead.say('control.detail.nobodyNamed'), lead.side);
    expect(await lead.button('control.act.releaseNow', lead.side).isDisabled()).toBe(true);
    await lead.to('Navy');
    await lead.press('control.act.releaseNow', lead.side);
    await lead.sees(lead.say('kit.state.released'), lead.side);
    await lead.sees(lead.say('control.detail.notRead'), lead.side);
    expect(await lead.hand.getByText('Doubtful').count()).toBe(0);
    expect(lead.faults).toEqual([]);
    await context.close();
  });
});
