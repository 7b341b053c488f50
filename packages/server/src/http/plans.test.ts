import { afterEach, expect, it } from 'vitest';
import { director, exercise, joined, type Player, serve } from '../test/server.ts';

let end: (() => Promise<void>) | undefined;
afterEach(async () => {
  await end?.();
  end = undefined;
});

/** Two sides at a table of their own with a plan on it; a third seat, of the first side, does not sit there. */
async function house() {
  const running = await serve();
  end = running.end;
  const { server } = running;
  const lobby = await director(server);
  const { links } = await exercise(lobby);
  const [control, one, two, b] = (await Promise.all(
    [
      ['control', 'Lead'],
      ['seat:a-one', 'First'],
      ['seat:a-two', 'Second'],
      ['seat:b-one', 'Other'],
    ].map(([seat, name]) => joined(server, links.get(seat as string), name)),
  )) as [Player, Player, Player, Player];
  const ok = async (player: Player, command: object): Promise<void> => expect((await player.command(command)).status).toBe(200);
  await ok(control, { type: 'StartClock' });
  await ok(one, { type: 'OpenMatter', with: ['seat:b-one'], title: 'The plan', text: 'Agreed?', due: 3_600_000 });
  const told = async (type: string) => (await control.events()).findLast((e) => e.event.type === type)?.id as string;
  const steps = [
    { id: 's1', text: 'Look at the gauge', terms: { lead: 'seat:a-one', at: 600_000, duration: 300_000 } },
    { id: 's2', text: 'Say what it reads', terms: { lead: 'seat:b-one', after: [{ step: 's1' }], duration: 60_000, by: 1_800_000 } },
  ];
  await ok(one, { type: 'TableText', forum: await told('ForumGiven'), title: 'Gauge plan', paragraphs: ['Both look.'], steps });
  const plan = await told('TextTabled');
  const get = (player: Player, query = '', text = plan) => player.fetch(player.api(`/plans/${text}${query}`));
  return { control, one, two, b, plan, ok, get };
}

it('gives a plan to who sits at its table, in each form, and to nobody else', async () => {
  const { one, two, b, get } = await house();
  for (const [as, type] of [
    ['html', 'text/html'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['svg', 'image/svg+xml'],
    ['ics', 'text/calendar'],
  ] as const) {
    const answer = await get(one, `?as=${as}&language=ko`);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, `attachment; filename="plan.${as}"`]);
    expect(answer.headers.get('content-type')).toContain(type);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(300);
  }
  expect(await (await get(b)).text()).toContain('Look at the gauge');
  const [hidden, never] = [await get(two), await get(two, '', 'e0')];
  expect([hidden.status, await hidden.text()]).toEqual([404, await never.text()]);
  expect((await get(one, '?as=pdf')).status).toBe(400);
});

it('says nothing in one side’s plan of what the other keeps beside it or lead control holds up', async () => {
  const { control, one, b, plan, ok, get } = await house();
  await ok(control, { type: 'ActivatePlan', of: plan });
  const before = await (await get(b)).text();
  await ok(one, {
    type: 'KeepOwnStep',
    of: plan,
    text: 'Ask the mayor first',
    terms: { lead: 'seat:a-one', duration: 600_000 },
    before: ['p2'],
  });
  const task = (await control.events()).find((e) => e.event.type === 'TaskGiven')?.event.task;
  await ok(control, { type: 'HinderStep', task, text: 'The gauge is under water.' });
  expect(await (await get(one)).text()).toContain('Ask the mayor first');
  expect(await (await get(one)).text()).toContain('held up');
  expect(await (await get(control)).text()).toContain('Ask the mayor first');
  // But for the moment that it shows, the same bytes as before.
  const plain = (page: string): string =>
    page.replaceAll(/as of [^<]*/g, '').replaceAll(/<path d="M\d+ 46V[^>]*stroke="#1D4ED8"[^>]*>[\s\S]*?now<\/text>/g, '');
  expect(plain(await (await get(b)).text())).toBe(plain(before));
});
