import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { imported, type Written, xlsx } from '../fixture.ts';

/** Scenario files of other tools, made here in their shape. */

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));
const cellsOf = (scenario: Written): Map<string, string> =>
  new Map(scenario.parties.flatMap((p: Written) => p.cells.map((c: Written) => [`cell:${c.id}`, c.name])));
const reached = (scenario: Written, number: string): string[] =>
  scenario.injects.find((i: Written) => i.number === number).to.map((a: string) => cellsOf(scenario).get(a) ?? a);

/** A variable as a text of OpenAEV holds it. */
const named = (variable: string): string => `$\{${variable}}`;

const OPENAEV = {
  export_version: 1,
  scenario_information: { scenario_name: 'Harbour fire', scenario_message_header: 'EXERCISE', scenario_mail_from: 'sim@example.org' },
  scenario_teams: [
    { team_id: 't1', team_name: 'Harbour master ' },
    { team_id: 't2', team_name: 'Press office' },
  ],
  scenario_variables: [{ variable_key: 'ship', variable_value: 'Aurora' }],
  scenario_users: [{ user_id: 'u' }],
  scenario_injects: [
    {
      inject_id: 'b',
      inject_title: '2 - Journalist asks',
      inject_enabled: true,
      inject_content: {
        subject: `Fire on the ${named('ship')}?`,
        body: `<p>Dear all,<br>is the <b>${named('ship')}</b> on fire, ${named('user.firstname')}?</p>`,
        expectations: [
          { expectation_name: 'Answers', expectation_description: 'Within an hour', expectation_score: 50, expectation_type: 'MANUAL' },
        ],
      },
      inject_all_teams: false,
      inject_teams: ['t2'],
      inject_depends_duration: 900,
      inject_depends_on: [
        {
          dependency_relationship: { inject_parent_id: 'a', inject_children_id: 'b' },
          dependency_condition: { conditions: [{ key: 'Execution', operator: 'eq', value: true }] },
        },
      ],
      inject_injector_contract: { injector_contract_injector_type: 'openaev_email' },
      inject_country: 'FR',
    },
    {
      inject_id: 'a',
      inject_title: '1 - Smoke',
      inject_content: { message: 'Smoke is seen.' },
      inject_all_teams: true,
      inject_teams: [],
      inject_depends_duration: 0,
    },
    {
      inject_id: 'c',
      inject_title: '3 - Never',
      inject_enabled: false,
      inject_content: { body: 'x y' },
      inject_all_teams: true,
      inject_depends_duration: 60,
    },
  ],
};

describe('an export of OpenAEV', () => {
  const zip = zipSync({ 'x.json': [json(OPENAEV), { comment: 'Scenario' }], 'plan.pdf': [strToU8('p'), { comment: 'Attachment' }] });

  it.each([
    ['as ZIP', zip, 'harbour.zip'],
    ['as JSON', json(OPENAEV), 'harbour.json'],
  ])('%s is read, every field in its place or named', async (_, bytes, name) => {
    const { scenario, errors, rows, reading } = await imported(bytes, {}, name);
    expect(errors).toEqual([]);
    expect([...cellsOf(scenario).values()].toSorted()).toEqual(['Harbour master', 'Press office']);
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.channel, i.title, i.text])).toEqual([
      ['1', 'PT0S', 'message', 'Smoke', 'Smoke is seen.'],
      ['2', 'PT15M', 'email', 'Fire on the Aurora?', `Dear all,\nis the Aurora on fire, ${named('user.firstname')}?`],
    ]);
    expect([reached(scenario, '1').toSorted(), reached(scenario, '2')]).toEqual([['Harbour master', 'Press office'], ['Press office']]);
    expect(scenario.expects).toMatchObject([{ text: 'Answers: Within an hour' }]);
    expect(scenario.injects[1].control).toMatch(/2 - Journalist asks.*only if inject 1 has run.*50.*FR/s);
    expect(rows.named).toMatchObject([{ reason: { en: 'Its status is “Disabled”.' } }]);
    const kept = reading.kept.map((k) => k.en).join(' ');
    expect(kept).toMatch(/export of OpenAEV.*1 variables.*\$\{user.firstname\}.*message header: EXERCISE.*users \(1\)/);
    if (name.endsWith('.zip')) expect(kept).toContain('plan.pdf');
  });
});

describe('a file of Crucible Blueprint', () => {
  const fields = ['Control Number', 'Title', 'Description', 'To Org', 'Details', 'Status'].map((Name, i) => ({
    Id: `f${i}`,
    MselId: 'm',
    Name,
    DisplayOrder: i,
  }));
  const event = (id: string, seconds: number, values: string[]) => ({
    Id: id,
    MselId: 'm',
    DeltaSeconds: seconds,
    DataValues: { $values: values.map((Value, i) => ({ DataFieldId: `f${i}`, Value })) },
  });
  const events = [
    event('e2', 5_400, ['2', 'More', 'It goes on.', 'SOC', 'for staff', 'Draft']),
    event('e1', 0, ['1', 'Start', 'It begins.', 'NOC', 'for staff', 'Approved']),
  ];

  it.each([
    [
      'one MSEL as it is exported',
      {
        $id: '1',
        Id: 'm',
        Name: 'Cyber',
        DataFields: { $values: fields },
        ScenarioEvents: { $values: events },
        Moves: [{ MoveNumber: 0 }],
      },
    ],
    [
      'tables of several',
      {
        Msels: [{ Id: 'm', Name: 'Cyber' }],
        DataFields: fields,
        ScenarioEvents: events.map(({ DataValues: _, ...e }) => e),
        DataValues: events.flatMap((e) => e.DataValues.$values.map((v) => ({ ...v, ScenarioEventId: e.Id }))),
        Moves: [{ MoveNumber: 0 }],
      },
    ],
  ])('%s is read, details stay with control', async (_, value) => {
    const { scenario, reading, errors } = await imported(json(value), {}, 'cyber.json');
    expect(errors).toEqual([]);
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.title, i.text, i.manual === true])).toEqual([
      ['1', 'PT0S', 'Start', 'It begins.', false],
      ['2', 'PT1H30M', 'More', 'It goes on.', true],
    ]);
    expect(['1', '2'].map((n) => reached(scenario, n))).toEqual([['NOC'], ['SOC']]);
    expect(scenario.injects[0].control).toContain('Details: for staff');
    expect(reading.kept.map((k) => k.en)).toContain('Not read: moves (1).');
  });

  it('its Excel form keeps the details with control too', async () => {
    const header = [
      'Group',
      'Move',
      'Assigned To',
      'Status',
      'Exercise Time',
      'Simulated Time',
      'Title',
      'Description',
      'To',
      'From',
      'Details',
    ];
    const row = [
      '',
      '1',
      'A',
      'Approved',
      '2027-03-02T09:00:00.000Z',
      '2027-03-02T08:00:00.000Z',
      'Start',
      'It begins.',
      'NOC',
      'Wire',
      'for staff',
    ];
    const { scenario } = await imported(
      await xlsx({ Sheet1: [header, row, [...row.slice(0, 5), '2027-03-02T08:30:00.000Z', 'On', 'More.', 'SOC', 'Wire', '']] }),
    );
    expect(scenario.start).toBe('2027-03-02T08:00Z');
    expect(scenario.injects.map((i: Written) => [i.at, i.text])).toEqual([
      ['PT0S', 'It begins.'],
      ['PT30M', 'More.'],
    ]);
    expect(scenario.injects[0].control).toContain('Details: for staff');
  });
});

describe('an MSEL of T3SF', () => {
  const inject = (n: number, date: string, player: string, more = {}) => ({
    '#': n,
    'Real Time': '07:29 PM',
    Date: date,
    Subject: `Subject ${n}`,
    From: 'Cloud',
    Player: player,
    Script: `Text ${n}.`,
    Photo: '',
    'Picture Name': '',
    Profile: '',
    Poll: '',
    ...more,
  });
  const list = [
    inject(1, 'Monday 9:30 AM', 'Legal', { Poll: 'Pay | Wait', Photo: 'https://example.org/x.png' }),
    inject(2, 'Monday 9:40 AM', 'People'),
  ];

  it.each(['json', 'xlsx'])('as %s is read by its scenario time', async (form) => {
    const header = Object.keys(list[0] as object);
    const bytes = form === 'json' ? json(list) : await xlsx({ MSEL: [header, ...list.map((i) => Object.values(i))] });
    const { scenario, errors } = await imported(bytes, {}, `x.${form}`);
    expect(errors).toEqual([]);
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.title, i.text])).toEqual([
      ['1', 'PT0S', 'Subject 1', 'Text 1.'],
      ['2', 'PT10M', 'Subject 2', 'Text 2.'],
    ]);
    expect(['1', '2'].map((n) => reached(scenario, n))).toEqual([['Legal'], ['People']]);
    expect(scenario.injects[0].control).toMatch(/Real Time: 07:29 PM.*x\.png.*Pay \| Wait/s);
  });
});

it.each([
  ['another JSON', json({ a: 1 }), 'not-a-sheet'],
  ['an empty list', json([]), 'not-a-sheet'],
  ['a damaged one', strToU8('[{"Player": '), 'broken'],
])('%s is refused in words', async (_, bytes, code) => {
  await expect(imported(bytes, {}, 'x.json')).rejects.toMatchObject({ code });
});
