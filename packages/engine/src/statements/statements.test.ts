import { describe, expect, it } from 'vitest';
import { emptyWorld, evolve, waiting } from '../exercise.ts';
import { breaches } from '../testing/law/breaches.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { saidInPublic } from './public.ts';

const open = (more = {}) => new Table(pressScenario(more)).start();
const refusal = (t: Table, seat: string, command: { type: string; [f: string]: unknown }): string => {
  const answer = t.say(seat, command as never);
  return answer.ok ? 'taken' : answer.rejection.code;
};
const statements = (t: Table, seat: string) => [...t.seen(seat).world.statements.statements.values()];
const first = (t: Table, seat: string, command: { type: string; [f: string]: unknown }) => t.ok(seat, command as never);

describe('a statement', () => {
  it('goes to the public with the question verbatim, the answer and its attribution', () => {
    const t = open();
    t.ok('seat:b-press', {
      type: 'Speak',
      text: 'No.',
      asked: { by: 'entity:wire', text: 'Do you exercise together?' },
      venue: 'at the door',
    });
    const [said] = statements(t, 'public');
    expect(said?.card).toMatchObject({
      party: 'b',
      by: 'seat:b-press',
      attribution: 'on-record',
      question: { by: 'entity:wire', text: 'Do you exercise together?' },
      text: 'No.',
      venue: 'at the door',
    });
    expect(saidInPublic(t.seen('public').world).map((s) => s.kind)).toEqual(['statement']);
    expect(breaches(t.play())).toEqual([]);
  });

  it('on background names nobody but to the own press desk', () => {
    const t = open();
    t.ok('seat:b-press', { type: 'Speak', text: 'We go on.', attribution: 'background' });
    expect(statements(t, 'seat:a-lead')[0]?.card.by).toBeUndefined();
    expect(statements(t, 'seat:a-lead')[0]?.named).toBeUndefined();
    expect(statements(t, 'seat:b-press')[0]?.named?.by).toBe('seat:b-press');
    expect(JSON.stringify([...t.seen('seat:b-lead').world.statements.statements])).not.toContain('seat:b-press');
    expect(breaches(t.play())).toEqual([]);
  });

  it('off the record is the outlet’s and the own desk’s alone', () => {
    const t = open();
    expect(refusal(t, 'seat:b-press', { type: 'Speak', text: 'Well.', attribution: 'off-record' })).toBe('which-outlet');
    t.ok('seat:b-press', { type: 'Speak', text: 'Well.', attribution: 'off-record', outlet: 'entity:wire' });
    expect(statements(t, 'public')).toEqual([]);
    expect(statements(t, 'seat:a-press')).toEqual([]);
    expect(statements(t, 'control')).toHaveLength(1);
    expect(saidInPublic(t.seen('control').world)).toEqual([]);
    expect(breaches(t.play())).toEqual([]);
  });

  it('of a head of government is lead control’s to say, and nobody else’s', () => {
    const t = open();
    const says = { type: 'Speak' as const, text: 'We plan together.', speaker: 'entity:a-head' };
    expect(refusal(t, 'seat:a-press', says)).toBe('no-such-sender');
    expect(refusal(t, 'control:a', says)).toBe('no-such-sender');
    expect(refusal(t, 'control', { ...says, speaker: 'entity:wire' })).toBe('no-such-sender');
    t.ok('control', says);
    expect(statements(t, 'public')[0]?.card).toMatchObject({ party: 'a', by: 'entity:a-head', rank: 'head' });
  });

  it('is said only by a seat that may speak', () => {
    expect(refusal(open(), 'seat:b-lead', { type: 'Speak', text: 'Hello.' })).toBe('may-not-speak');
  });

  it('waits for clearance where its side clears, unless it is a line word for word', () => {
    const t = open();
    expect(refusal(t, 'seat:a-press', { type: 'Speak', text: 'We plan.' })).toBe('not-cleared');
    const line = [...t.seen('seat:a-press').world.statements.lines.values()].find((l) => l.card.use === 'holding')?.id;
    expect(refusal(t, 'seat:a-press', { type: 'Speak', text: 'More, shortly.', line })).toBe('not-cleared');
    const asked = { by: 'entity:wire', text: 'Is it true that all is denied?' };
    for (const own of [{ venue: 'Where all is denied' }, { asked }])
      expect(refusal(t, 'seat:a-press', { type: 'Speak', text: 'More shortly.', line, ...own })).toBe('not-cleared');
    expect(refusal(t, 'seat:a-press', { type: 'Speak', text: { en: 'More shortly.', ko: '곧 말씀드리겠습니다.' }, line })).toBe('taken');
    expect(refusal(t, 'seat:a-press', { type: 'Speak', text: 'More shortly.', line })).toBe('taken');
  });

  it('is refused for a topic that there is not and for a stance that the topic has not', () => {
    const t = open();
    const claim = (claims: object[]) => refusal(t, 'seat:b-press', { type: 'Speak', text: 'So.', claims });
    expect(claim([{ topic: 'weather', stance: 'affirmed' }])).toBe('no-such-topic');
    expect(claim([{ topic: 'dates', stance: 'denied' }])).toBe('no-such-stance');
    expect(claim([{ topic: 'drills', stance: 'denied', term: 'manoeuvre' }])).toBe('no-such-term');
    expect(statements(t, 'control')).toEqual([]);
  });

  it('corrects only what its own side has said, and reaches nobody fewer', () => {
    const t = open();
    const said = first(t, 'seat:b-press', { type: 'Speak', text: { en: 'No.', ko: '아니요.' } });
    const corrects = (more: object) =>
      refusal(t, 'seat:b-press', { type: 'Speak', text: { en: 'Not quite.', ko: '꼭 그렇지는 않습니다.' }, ...more });
    expect(corrects({ corrects: 'e00000000000000000000' })).toBe('never-said');
    expect(corrects({ corrects: said, text: 'Not quite.' })).toBe('reaches-fewer');
    expect(corrects({ corrects: said, attribution: 'off-record', outlet: 'entity:wire' })).toBe('reaches-fewer');
    expect(refusal(t, 'control', { type: 'Speak', speaker: 'entity:a-head', text: { en: 'No.', ko: '아니요.' }, corrects: said })).toBe(
      'not-yours',
    );
    expect(corrects({ corrects: said })).toBe('taken');
    expect(statements(t, 'public').at(-1)?.links).toMatchObject([{ how: 'corrects', to: said }]);
  });

  it('answers a question once for its side, as it was put', () => {
    const t = open();
    const question = first(t, 'control', {
      type: 'PutQuestion',
      speaker: 'entity:wire',
      to: ['cell:b-cell'],
      text: 'Which is it?',
      due: 600_000,
    });
    expect([...t.seen('seat:a-press').world.statements.questions.values()]).toEqual([]);
    expect(refusal(t, 'seat:b-press', { type: 'Speak', text: 'Both.', question })).toBe('taken');
    expect(refusal(t, 'seat:b-press', { type: 'Speak', text: 'Neither.', question })).toBe('answered-already');
    expect(statements(t, 'public')[0]?.card.question).toEqual({ by: 'entity:wire', text: 'Which is it?' });
    expect(breaches(t.play())).toEqual([]);
  });

  it('keeps what its speaker meant with its own desk, and what was heard with lead control until it tells', () => {
    const t = open();
    const said = first(t, 'seat:b-press', { type: 'Speak', text: 'No.', claims: [{ topic: 'drills', stance: 'denied' }] });
    t.ok('control', { type: 'CodeSaid', said, claims: [{ topic: 'planning', stance: 'denied' }] });
    t.ok('seat:a-press', { type: 'KeepReading', said, claims: [{ topic: 'planning', stance: 'denied' }] });
    const own = (seat: string) => statements(t, seat)[0];
    expect(own('seat:b-press')).toMatchObject({ meant: { claims: [{ topic: 'drills' }] } });
    expect(own('seat:a-press')?.meant).toBeUndefined();
    expect(own('seat:b-press')?.heard).toBeUndefined();
    expect([...(own('seat:a-lead')?.readings.keys() ?? [])]).toEqual(['a']);
    expect([...(own('seat:b-press')?.readings.keys() ?? [])]).toEqual([]);
    expect(refusal(t, 'control', { type: 'ReleaseCodings' })).toBe('not-ended');
    t.ok('control', { type: 'EndExercise' });
    t.ok('control', { type: 'ReleaseCodings' });
    expect(own('public')?.released?.claims).toEqual([{ topic: 'planning', stance: 'denied' }]);
    expect(breaches(t.play())).toEqual([]);
  });
});

describe('an outlet', () => {
  it('is voiced by a party’s controllers, whose topics code nothing: lead control does', () => {
    const t = open();
    const report = { type: 'PublishReport' as const, speaker: 'entity:wire', title: 'Heard' };
    expect(refusal(t, 'control:a', { ...report, claims: [{ topic: 'planning', stance: 'denied' }] })).toBe('lead-codes');
    expect(refusal(t, 'control:a', report)).toBe('taken');
    expect([...t.seen('control').world.statements.reports.values()].map((r) => r.heard)).toEqual([undefined]);
  });

  it('reports on what it can have seen', () => {
    const t = open();
    const whispered = first(t, 'seat:b-press', { type: 'Speak', text: 'Well.', attribution: 'off-record', outlet: 'entity:wire' });
    const report = (speaker: string, reads: string[]) => refusal(t, 'control', { type: 'PublishReport', speaker, title: 'Heard', reads });
    expect(report('entity:daily', [whispered])).toBe('not-seen');
    expect(report('entity:wire', [whispered])).toBe('taken');
    expect(report('entity:a-head', [])).toBe('no-such-outlet');
    expect(refusal(t, 'seat:b-press', { type: 'PublishReport', speaker: 'entity:wire', title: 'Mine' })).not.toBe('taken');
    const [made] = [...t.seen('public').world.statements.reports.values()];
    expect(made).toMatchObject({ card: { outlet: 'entity:wire', medium: 'wire', title: 'Heard' }, links: [] });
    expect([...t.seen('seat:b-press').world.statements.reports.values()][0]?.links).toMatchObject([{ how: 'reads', to: whispered }]);
    expect(breaches(t.play())).toEqual([]);
  });
});

describe('an inject', () => {
  it('brings a statement, coded for lead control, a report that read it, and tells that a term is easily mistaken', () => {
    const t = open({
      injects: [
        { id: 'interview', title: 'Interview', text: 'We plan together.', to: ['public'], from: 'daily', at: 'PT1M', says: 'interview' },
        { id: 'wire', title: 'Wire', text: 'A plans.', to: ['public'], from: 'wire', at: 'PT2M', says: 'wire' },
        {
          id: 'embassy',
          title: 'Two words',
          text: 'Mind the words.',
          to: ['cell:a-cell'],
          from: 'seat:a-lead',
          at: 'PT3M',
          tells: ['exercise'],
        },
        { id: 'asks', title: 'A question', text: 'Which is it?', to: ['cell:a-cell'], from: 'daily', at: 'PT4M', says: 'asks' },
      ],
      statements: [{ id: 'interview', from: 'a-head', claims: [{ topic: 'planning', stance: 'affirmed' }], line: 'communique' }],
      reports: [{ id: 'wire', outlet: 'wire', reads: ['interview'] }],
      questions: [{ id: 'asks', by: 'daily', within: 'PT10M' }],
    });
    t.wait(5);
    const seen = t.seen('seat:b-press').world.statements;
    const [interview] = [...seen.statements.values()];
    expect(interview?.card).toMatchObject({ party: 'a', by: 'entity:a-head', text: 'We plan together.' });
    expect(interview?.heard).toBeUndefined();
    expect(statements(t, 'control')[0]?.heard?.claims).toEqual([{ topic: 'planning', stance: 'affirmed' }]);
    expect(interview?.links.map((l) => l.how)).toEqual(['line']);
    // It is all that there is: nothing is delivered to the public beside it.
    expect([...t.seen('seat:b-lead').world.injects.deliveries.values()]).toEqual([]);
    expect([...seen.reports.values()][0]?.links.map((l) => l.how)).toEqual(['reads']);
    expect(seen.terms.get('exercise')?.told).toEqual([]);
    expect(t.seen('seat:a-press').world.statements.terms.get('exercise')?.told[0]?.mistakenFor).toEqual(['planning']);
    expect([...t.seen('seat:a-lead').world.statements.questions.values()][0]).toMatchObject({ by: 'entity:daily', due: 840_000 });
    expect([...seen.questions.values()]).toEqual([]);
    expect(saidInPublic(t.seen('public').world).map((s) => s.kind)).toEqual(['statement', 'report']);
    expect(breaches(t.play())).toEqual([]);
  });
});

describe('an inject to the public that names none of the scenario’s statements and reports', () => {
  const MINUTE = 60_000;
  const rows = (...from: string[]) =>
    from.map((f, i) => ({ id: `n${i}`, title: `T${i}`, text: `By ${f}.`, to: ['public'], from: f, at: 'PT1M' }));
  const told = (t: Table) => saidInPublic(t.seen('public').world).filter((p) => p.kind !== 'post');

  it('is what its outlet reports, and what is said by whoever speaks for a side: nothing is delivered beside it', () => {
    const t = new Table(pressScenario({ injects: rows('daily', 'people', 'a-head'), posts: undefined })).start().wait(2);
    expect(t.exercise.world.injects.deliveries.size).toBe(0);
    expect(told(t)).toMatchObject([
      {
        kind: 'statement',
        statement: { card: { party: 'a', by: 'entity:a-head', rank: 'head', attribution: 'on-record', text: 'By a-head.' } },
      },
      { kind: 'report', report: { card: { outlet: 'entity:daily', medium: 'newspaper', title: 'T0', text: 'By daily.' } } },
      { kind: 'report', report: { card: { outlet: 'entity:people', medium: 'post', title: 'T1' } } },
    ]);
    // What people post claims nothing; the rest waits to be heard.
    const codes = waiting(t.exercise.world, 'control', 2 * MINUTE).filter((w) => w.kind === 'code');
    expect(codes.map((w) => w.id).sort()).toEqual(
      told(t)
        .flatMap((p) => (p.kind === 'report' && p.report.card.medium === 'post' ? [] : [p.id]))
        .sort(),
    );
    expect(t.exercise.world.injects.rows.get(t.inject('n0'))?.released).toBeDefined();
    expect(breaches(t.play())).toEqual([]);
  });

  it('is so when control makes it up, and in no name that neither reports nor speaks for a side', () => {
    const t = new Table(
      pressScenario({ injects: [{ id: 'open', title: 'Open', text: 'To whom?', to: [], from: 'ministry', at: 'PT1M' }] }),
    ).start();
    const says = (from: string) => ({
      type: 'ImproviseInject' as const,
      channel: 'news',
      from,
      to: ['public'],
      title: 'T',
      text: 'So it is.',
    });
    t.ok('control', says('wire'));
    t.ok('control', says('b-head'));
    expect(
      told(t)
        .map((p) => p.kind)
        .sort(),
    ).toEqual(['report', 'statement']);
    for (const from of ['ministry', 'control', 'seat:c-lead']) expect(t.refused('control', says(from))).toBe('no-voice');
    t.wait(1);
    expect(t.refused('control', { type: 'ReleaseInject', inject: t.inject('open'), to: ['public'] })).toBe('no-voice');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is nobody’s word either where what it says was said before, or is a question: nothing goes out', () => {
    const row = (id: string, says: string, to: string[], at: string) => ({ id, title: id, text: 'So it is.', to, says, at });
    const injects = [
      row('n0', 'interview', ['public'], 'PT1M'),
      row('n1', 'interview', ['public'], 'PT2M'),
      row('n2', 'asked', [], 'PT3M'),
      { ...row('n3', 'interview', ['public'], 'PT3M'), manual: true },
    ];
    const t = new Table(pressScenario({ injects, posts: undefined })).start().wait(4);
    expect(told(t).map((p) => p.kind)).toEqual(['statement']);
    expect(t.exercise.world.injects.deliveries.size).toBe(0);
    expect(t.refused('control', { type: 'ReleaseInject', inject: t.inject('n2'), to: ['public'] })).toBe('no-voice');
    expect(t.refused('control', { type: 'ReleaseInject', inject: t.inject('n3') })).toBe('no-voice');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is set right in the same voice, is heard anew, and is not unsaid', () => {
    const t = new Table(pressScenario({ injects: rows('daily', 'a-head'), posts: undefined })).start().wait(2);
    const [spoken, reported] = told(t).map((p) => p.id);
    for (const id of ['n0', 'n1']) t.ok('control', { type: 'CorrectInject', inject: t.inject(id), title: 'Set right', text: 'It is not.' });
    const [, , ...later] = told(t);
    expect(later).toMatchObject([
      { kind: 'statement', statement: { card: { by: 'entity:a-head', text: 'It is not.' }, links: [{ how: 'corrects', to: spoken }] } },
      { kind: 'report', report: { card: { outlet: 'entity:daily', title: 'Set right' }, links: [{ how: 'corrects', to: reported }] } },
    ]);
    expect(t.refused('control', { type: 'WithdrawInject', inject: t.inject('n0') })).toBe('said-in-public');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is set right in every language in which it was said, where somebody who speaks for a side said it', () => {
    const [row] = rows('a-head');
    const t = new Table(pressScenario({ injects: [{ ...row, text: { en: 'It is.', ko: '그렇습니다.' } }], posts: undefined }))
      .start()
      .wait(2);
    const corrects = { type: 'CorrectInject', inject: t.inject('n0'), title: 'Set right' } as const;
    for (const text of ['It is not.', { en: 'It is not.' }]) expect(t.refused('control', { ...corrects, text })).toBe('reaches-fewer');
    expect(told(t)).toHaveLength(1);
    t.ok('control', { ...corrects, text: { en: 'It is not.', ko: '그렇지 않습니다.' } });
    expect(told(t)).toHaveLength(2);
  });

  it('is set right in every language in which an outlet reported it, by inject or by hand', () => {
    const [row] = rows('daily');
    const both = { en: 'So it is.', ko: '그렇습니다.' };
    const t = new Table(pressScenario({ injects: [{ ...row, title: both, text: both, at: 'PT1M' }], posts: undefined })).start().wait(2);
    const [corrects] = told(t).map((p) => p.id);
    const right = { en: 'It is not.', ko: '그렇지 않습니다.' };
    const inject = { type: 'CorrectInject', inject: t.inject('n0') } as const;
    const hand = { type: 'PublishReport', speaker: 'entity:daily', corrects } as const;
    for (const title of ['It is not.', { en: 'It is not.' }]) {
      expect(t.refused('control', { ...inject, title, text: right })).toBe('reaches-fewer');
      expect(t.refused('control', { ...inject, title: right, text: title })).toBe('reaches-fewer');
      expect(t.refused('control', { ...hand, title })).toBe('reaches-fewer');
      expect(t.refused('control', { ...hand, title: right, text: title })).toBe('reaches-fewer');
    }
    expect(told(t)).toHaveLength(1);
    t.ok('control', { ...inject, title: right, text: right });
    t.ok('control', { ...hand, title: right });
    expect(told(t)).toHaveLength(3);
    expect(breaches(t.play())).toEqual([]);
  });

  it('that asks is put anew in other words, or set aside, with its inject, unless it was answered', () => {
    const row = { title: 'Call', text: 'Call back.', from: 'wire', says: 'asked' };
    const injects = [
      { ...row, id: 'n0', to: ['party:a', 'seat:b-press'], at: 'PT1M' },
      { ...row, id: 'n1', to: ['seat:b-press'], at: 'PT1M' },
    ];
    const t = new Table(pressScenario({ injects, posts: undefined })).start().wait(2);
    const open = (seat: string) => [...t.seen(seat).world.statements.questions.values()].filter((q) => !q.dropped);
    expect(open('seat:a-press').map((q) => q.text)).toEqual([{ en: 'Which is it?', ko: '어느 쪽입니까?' }]);
    const [{ due } = {}] = open('seat:a-press');
    const answer = open('seat:b-press')[0]?.id as string;
    t.ok('seat:b-press', { type: 'Speak', text: 'Both.', question: answer });
    for (const [i, text] of ['Which of the two is it?', 'Is it this one?'].entries()) {
      t.ok('control', { type: 'CorrectInject', inject: t.inject('n0'), title: 'Call', text });
      expect(open('seat:a-press')).toMatchObject([{ text, by: 'entity:wire', due }]);
      expect(t.seen('seat:a-press').world.statements.questions.size).toBe(i + 2);
    }
    expect(open('seat:b-press').find((q) => q.id === answer)?.text).toEqual({ en: 'Which is it?', ko: '어느 쪽입니까?' });
    expect(open('seat:b-press')).toHaveLength(2);
    t.ok('control', { type: 'WithdrawInject', inject: t.inject('n1') });
    expect(open('seat:b-press').map((q) => q.id)).toEqual([answer]);
    t.ok('control', { type: 'WithdrawInject', inject: t.inject('n0') });
    expect(open('seat:a-press')).toEqual([]);
    expect(open('seat:b-press')).toHaveLength(1);
    expect(breaches(t.play())).toEqual([]);
  });

  it('was a delivery in records of earlier versions, which read as the news that it was', () => {
    const t = new Table(pressScenario({ injects: rows('daily'), posts: undefined })).start();
    const world = emptyWorld();
    const event = {
      type: 'InjectDelivered',
      channel: 'news',
      from: 'wire',
      to: ['public'],
      label: 'TLP:CLEAR',
      title: 'Old',
      text: 'News.',
      attachments: [],
    } as const;
    evolve(world, event, { id: 'd1', at: 0, wall: 0 });
    expect(saidInPublic(world)).toMatchObject([{ kind: 'news', delivery: { title: 'Old' } }]);
    expect(t.exercise.world.injects.deliveries.size).toBe(0);
  });
});
