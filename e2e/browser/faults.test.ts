import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../chosen.ts';
import { type Gathered, gather } from './cast.ts';
import { Controller } from './controller.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { readMsel, type TitleOf } from './msel.ts';
import { arrive, Person } from './person.ts';
import type { Player } from './player.ts';
import { LANGUAGES } from './words.ts';

const languages = chosen('faults', LANGUAGES);
let house: House;
let cast: Gathered<'rok' | 'us' | 'rokControl'>;
let title: TitleOf;
beforeAll(async () => {
  title = await readMsel();
  house = await openHouse(ON_THIS_MACHINE);
  cast = await gather(house, ['rok', 'us', 'rokControl']);
  await cast.lead.clock('start');
});
afterAll(() => house?.close());

/** How often a title stands in the inbox, once everything new is shown. */
async function times(player: Player, words: string): Promise<number> {
  return (await player.line(words)).count();
}

describe('A browser', () => {
  it('that lost the network misses nothing and shows nothing twice', async () => {
    const { lead, rok } = cast;
    await lead.improvise({ to: 'All of Republic of Korea', title: 'Before the break', text: 'One.' });
    await rok.line('Before the break');
    await rok.context.setOffline(true);
    await rok.sees(rok.say('connection.offline'));
    await lead.improvise({ to: 'All of Republic of Korea', title: 'First in the break', text: 'Two.' });
    await lead.improvise({ to: 'All of Republic of Korea', title: 'Second in the break', text: 'Three.' });
    await rok.context.setOffline(false);
    await lead.improvise({ to: 'All of Republic of Korea', title: 'After the break', text: 'Four.' });
    await rok.line('After the break');
    await rok.page.getByText(rok.say('connection.offline')).waitFor({ state: 'detached' });
    for (const words of ['Before the break', 'First in the break', 'Second in the break', 'After the break'])
      expect(await times(rok, words), words).toBe(1);
    await rok.page.reload();
    await rok.inbox.waitFor();
    for (const words of ['Before the break', 'First in the break', 'Second in the break', 'After the break'])
      expect(await times(rok, words), words).toBe(1);
  });

  it('that slept catches up when it wakes', async () => {
    const { lead, us } = cast;
    const wire = await us.context.newCDPSession(us.page);
    await wire.send('Page.setWebLifecycleState', { state: 'frozen' });
    await lead.improvise({ to: 'All of United States', title: 'While you slept', text: 'One.' });
    await wire.send('Page.setWebLifecycleState', { state: 'active' });
    expect(await times(us, 'While you slept')).toBe(1);
  });

  it('that reloads keeps the words not yet sent', async () => {
    const { rok, rokControl } = cast;
    await rok.begin('messages.write.message');
    await rok.fill({ to: ['U · 국가안보보좌관'], text: '아직 보내지 않은 글' });
    await rok.page.reload();
    await rok.begin('messages.write.message');
    expect(await rok.field('messages.compose.text', rok.form).inputValue()).toBe('아직 보내지 않은 글');
    await rok.press('messages.compose.send', rok.form);
    await rok.form.waitFor({ state: 'detached' });
    expect(await times(cast.us, '아직 보내지 않은 글')).toBe(1);

    const text = (): ReturnType<Person['field']> => rokControl.textOf('messages.compose.text');
    await rokControl.press('control.act.speakAs', rokControl.stream);
    await text().fill('통제관의 초안');
    await rokControl.page.reload();
    await rokControl.press('control.act.speakAs', rokControl.stream);
    expect(await text().inputValue()).toBe('통제관의 초안');
  });

  it.each(languages)('of which a part cannot be loaded says so, and loads it anew when asked: %s', async (language) => {
    const person = await arrive(house, Person, language);
    await person.page.route('**/assets/join-*.js', (route) => route.abort());
    await person.page.goto(`${house.url}/join#${'A'.repeat(22)}`);
    await person.page
      .getByRole('alert')
      .filter({ hasText: person.say('kit.broken.title') })
      .waitFor();
    await person.sees('EXERCISE EXERCISE EXERCISE');
    await person.page.unroute('**/assets/join-*.js');
    await person.press('kit.broken.reload');
    await person.sees(person.say('join.spent'));
    await person.context.close();
  });

  it.each(['us', 'rok'] as const)(
    'of which a form cannot be loaded says so in its place, and has it once it is loaded anew: %s',
    async (who) => {
      const { [who]: person } = cast;
      const form = '**/assets/messages-seat-*.js';
      await person.page.route(form, (route) => route.abort());
      await person.page.reload();
      await person.begin('messages.write.message');
      await person.sees(person.say('kit.gone.text'));
      await person.inbox.waitFor();
      await person.page.unroute(form);
      await person.press('kit.broken.reload');
      await person.begin('messages.write.message');
      await person.field('messages.compose.text', person.form).waitFor();
    },
  );

  it('that sends twice over a line that broke after sending says it once', async () => {
    const { us, rok } = cast;
    let first = true;
    // The command reaches the server; its answer is lost on the way back.
    await us.page.route('**/api/commands', async (route) => {
      const lose = first && route.request().postData()?.includes('Said once');
      if (lose) {
        first = false;
        await route.fetch();
        await route.abort('connectionreset');
      } else await route.continue();
    });
    await us.write({ to: ['K · National Security Adviser'], text: 'Said once' });
    await us.page.unroute('**/api/commands');
    expect(first).toBe(false);
    expect(await times(rok, 'Said once')).toBe(1);
  });
});

describe('Two controllers of one party', () => {
  it('who press the same button at once release an inject once', async () => {
    const { rokControl, rok, links } = cast;
    const second = await arrive(house, Controller, 'en');
    await second.join(links.rokControl, 'Second controller');
    await rokControl.select(title('i-013', 'ko'));
    await second.select(title('i-013', 'en'));
    // Both presses are on their way before the server hears of either.
    const pressed = Promise.withResolvers<void>();
    let waiting = 0;
    for (const { page } of [rokControl, second])
      await page.route('**/api/commands', async (route) => {
        if (route.request().postData()?.includes('ReleaseInject') && ++waiting === 2) pressed.resolve();
        if (route.request().postData()?.includes('ReleaseInject')) await pressed.promise;
        await route.continue();
      });
    await Promise.all([rokControl.press('control.act.releaseNow', rokControl.side), second.press('control.act.releaseNow', second.side)]);
    await rok.line(title('i-013', 'ko'));
    for (const controller of [rokControl, second]) await controller.sees(controller.say('kit.state.released'), controller.side);
    expect(await times(rok, title('i-013', 'ko'))).toBe(1);
    // A party's controllers number their side's lines by themselves; the title tells which it is.
    const released = second.stream
      .getByRole('listitem')
      .filter({ hasText: title('i-013', 'en') })
      .filter({ hasText: 'released' });
    await released.first().waitFor();
    expect(await released.count()).toBe(1);
  });
});

describe('A join link', () => {
  it('that was issued again ends whoever sat there, and says so', async () => {
    const { lead, rok, links } = cast;
    await lead.press('control.presence.links', lead.presence);
    await lead.side.getByRole('combobox', { name: lead.say('control.links.seat') }).selectOption('seat:rok-nsa');
    await lead.press('control.links.issue', lead.side);
    const fresh = await lead.field('control.links.url', lead.side).inputValue();
    await rok.page.getByRole('heading', { name: rok.say('connection.revoked.title') }).waitFor();
    expect(await rok.page.getByText('Before the break').count()).toBe(0);
    await refused(links.rok, 'join.spent');
    await rok.follow(fresh);
    await rok.takeSeat('서울 안보실장');
    await rok.readCard();
    expect(await times(rok, 'Before the break')).toBe(1);
  });

  it('that is wrong or cut short leads nowhere, in words', async () => {
    await refused(`${house.url}/join#${'A'.repeat(22)}`, 'join.spent');
    const person = await arrive(house, Person, 'ko');
    await person.page.goto(`${house.url}/join`);
    await person.page
      .getByRole('alert')
      .filter({ hasText: person.say('join.noToken') })
      .waitFor();
  });

  async function refused(link: string, why: string): Promise<void> {
    const person = await arrive(house, Person, 'ko');
    const tries: string[] = [];
    person.page.on('request', (request) => void (request.method() === 'POST' && tries.push(request.url())));
    await person.page.goto(link);
    await person.page
      .getByRole('alert')
      .filter({ hasText: person.say(why) })
      .waitFor();
    // Each try counts against this machine’s: it is asked once, and there is nothing to press.
    expect(await person.button('join.enter').count()).toBe(0);
    expect(tries).toHaveLength(1);
    await person.context.close();
  }
});
