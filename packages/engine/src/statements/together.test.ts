import { describe, expect, it } from 'vitest';
import { consulted } from '../consultation/index.ts';
import { waiting } from '../exercise.ts';
import { breaches } from '../testing/law/breaches.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { pressFindings } from './findings.ts';

/** What sides agree on before they speak, joint statements, press conferences, and posts. */

const MINUTE = 60_000;
const FORUMS = [{ id: 'f0', name: 'Both', members: ['a', { party: 'b', seats: ['seat:b-lead'] }], chairs: ['a', 'b'] }];
const ASKED = [{ id: 'asked', name: 'Asked', when: { matter: { subject: 'announce' } } }];
const open = (more = {}) => {
  const t = new Table(pressScenario({ forums: FORUMS, ...more })).start();
  for (const there of ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press']) t.sit(there);
  return t;
};
const forum = (t: Table) => [...t.exercise.world.consultation.forums.keys()][0] as string;
const own = (t: Table, viewer: string) => t.seen(viewer).world.statements;
type Propose = 'ProposeLine' | 'ProposeMeaning' | 'ProposePublicity' | 'ProposeJoint';
const agree = (t: Table, type: Propose, more: object) => {
  t.ok('seat:a-lead', { type, forum: forum(t), procedure: 'consensus', due: 30 * MINUTE, ...more });
  const matter = [...t.exercise.world.consultation.matters.keys()].at(-1) as string;
  return matter;
};
const join = (t: Table, matter: string) => {
  for (const [seat, act] of [
    ['seat:b-lead', 'join'],
    ['seat:a-lead', 'join'],
    ['seat:a-lead', 'conclude'],
  ] as const)
    if (!t.exercise.world.consultation.matters.get(matter)?.closed) t.say(seat, { type: 'ActInMatter', matter, act });
  expect(t.exercise.world.consultation.matters.get(matter)?.closed?.outcome).toBe('agreed');
};

describe('what sides agree on in a forum', () => {
  it('is a line for all of both sides once it is agreed, and nobody’s before', () => {
    const t = open();
    const claims = [{ topic: 'planning', stance: 'affirmed' }];
    const matter = agree(t, 'ProposeLine', { name: 'Joint line', text: { en: 'We plan.', ko: '기획합니다.' }, claims });
    const named = (viewer: string) => [...own(t, viewer).lines.values()].filter((l) => l.card.name === 'Joint line');
    expect(named('seat:b-press')).toEqual([]);
    expect(own(t, 'seat:b-press').agreements.size).toBe(0);
    expect([...own(t, 'seat:b-lead').agreements.values()]).toMatchObject([{ agreement: { is: 'line' } }]);
    join(t, matter);
    expect(named('seat:b-press')[0]?.card).toMatchObject({ agreed: ['a', 'b'], claims });
    expect(named('public')).toEqual([]);
    expect(breaches(t.play())).toEqual([]);
  });

  it('is a meaning, and then both know that the term was easily mistaken', () => {
    const t = open();
    expect(t.refused('seat:a-lead', { type: 'ProposeMeaning', forum: forum(t), term: 'manoeuvre', text: 'x' })).toBe('no-such-term');
    const matter = agree(t, 'ProposeMeaning', { term: 'exercise', text: 'Forces in the field only' });
    expect(own(t, 'seat:b-press').terms.get('exercise')?.told).toEqual([]);
    join(t, matter);
    expect(own(t, 'seat:b-press').terms.get('exercise')).toMatchObject({
      agreed: [{ text: 'Forces in the field only', parties: ['a', 'b'] }],
      told: [{ mistakenFor: ['planning'] }],
    });
    expect(own(t, 'seat:c-lead').terms.size).toBe(0);
    expect(breaches(t.play())).toEqual([]);
  });

  it('is whether to announce at all, and what is said against it is found', () => {
    const t = open();
    join(t, agree(t, 'ProposePublicity', { topic: 'drills', announce: false, text: 'We say nothing of drills.' }));
    const said = t.ok('seat:b-press', { type: 'Speak', text: 'There are drills.', claims: [{ topic: 'drills', stance: 'affirmed' }] });
    expect(pressFindings(t.seen('seat:b-press').world, 'b')).toMatchObject([
      { is: 'announced-against', said, party: 'b', topic: 'drills' },
    ]);
    expect(pressFindings(t.seen('seat:a-press').world, 'a')).toEqual([]);
    expect(pressFindings(t.seen('public').world)).toEqual([]);
  });

  it('is on a subject of its forum, and so conditions and the rule of consulting first see it', () => {
    const ofBoth = { ...FORUMS[0], consultsBefore: ['announce'] };
    const t = open({ subjects: [{ id: 'announce', name: 'Announcing' }], forums: [ofBoth], milestones: ASKED });
    const reached = () => [...t.exercise.world.milestones.milestones].filter(([, m]) => m.reached).map(([id]) => id);
    const talk = { topic: 'drills', announce: false, text: 'We say nothing of drills.' };
    agree(t, 'ProposePublicity', talk);
    expect(reached()).toEqual([]);
    const more = { forum: forum(t), due: 30 * MINUTE, subject: 'elsewhere' };
    expect(t.refused('seat:a-lead', { type: 'ProposePublicity', ...more, ...talk })).toBe('no-such-subject');
    expect(t.refused('seat:a-lead', { type: 'ProposeLine', ...more, name: 'Line', text: 'We plan.' })).toBe('no-such-subject');
    // With whom one asks by oneself there are no subjects.
    const alone = { with: ['seat:b-lead'], due: 30 * MINUTE, subject: 'announce' };
    expect(t.refused('seat:a-lead', { type: 'ProposePublicity', ...alone, ...talk })).toBe('no-such-subject');
    agree(t, 'ProposePublicity', { ...talk, subject: 'announce' });
    expect(reached()).toEqual(['asked']);
    const matters = (viewer: string) => [...t.seen(viewer).world.consultation.matters.values()].map((m) => m.card.subject);
    expect([matters('seat:b-lead'), matters('seat:b-press')]).toEqual([[undefined, 'announce'], []]);
    t.ok('seat:a-lead', { type: 'RecordDecision', title: 'We say nothing', text: 'Of drills.', subject: 'announce' });
    const [decision] = t.exercise.world.consultation.decisions.values();
    expect(decision && consulted(t.exercise.world, decision)?.state).toBe('before');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is nothing where it is not agreed', () => {
    const t = open();
    const matter = agree(t, 'ProposeLine', { name: 'Joint line', text: 'We plan.' });
    t.ok('seat:a-lead', { type: 'ActInMatter', matter, act: 'withdraw' });
    expect([...own(t, 'control').lines.values()].some((l) => l.card.name === 'Joint line')).toBe(false);
  });
});

describe('a joint statement', () => {
  const ready = () => {
    const t = open();
    join(
      t,
      agree(t, 'ProposeJoint', {
        title: 'Jointly',
        text: { en: 'Both of us.', ko: '양측은.' },
        claims: [{ topic: 'planning', stance: 'affirmed' }],
        release: 40 * MINUTE,
      }),
    );
    return { t, joint: [...own(t, 'seat:b-press').joints.keys()][0] as string };
  };
  const joined = (t: Table) => [...own(t, 'public').statements.values()].filter((s) => s.card.parties);

  it('is published at one time for all, with one hand for each side', () => {
    const { t, joint } = ready();
    expect(own(t, 'public').joints.size).toBe(0);
    t.ok('seat:a-press', { type: 'GiveHand', joint });
    expect(t.refused('seat:a-press', { type: 'GiveHand', joint })).toBe('hand-given');
    expect(t.refused('seat:b-lead', { type: 'GiveHand', joint })).toBe('may-not-speak');
    const waits = (who: string) => waiting(t.seen(who).world, who, 0).some((w) => w.kind === 'hand');
    expect([waits('seat:a-press'), waits('seat:b-press')]).toEqual([false, true]);
    t.ok('seat:b-press', { type: 'GiveHand', joint });
    t.wait(39);
    expect(joined(t)).toEqual([]);
    t.wait(1.5);
    expect(joined(t)[0]?.card).toMatchObject({ parties: ['a', 'b'], text: { en: 'Both of us.', ko: '양측은.' } });
    expect(joined(t)[0]?.at).toBe(40 * MINUTE);
    expect(breaches(t.play())).toEqual([]);
  });

  it('waits for the last hand if its time comes first', () => {
    const { t, joint } = ready();
    t.ok('seat:a-press', { type: 'GiveHand', joint });
    t.wait(45);
    expect(joined(t)).toEqual([]);
    t.ok('seat:b-press', { type: 'GiveHand', joint });
    expect(joined(t)).toHaveLength(1);
    expect(t.refused('seat:b-press', { type: 'GiveHand', joint })).toBe('published-already');
  });

  it('said by one side before its time is that side’s alone, and is found', () => {
    const { t, joint } = ready();
    const said = t.ok('seat:b-press', { type: 'ReleaseEarly', joint });
    expect(joined(t)).toEqual([]);
    expect(t.refused('seat:b-press', { type: 'ReleaseEarly', joint })).toBe('published-already');
    expect(pressFindings(t.seen('control').world)).toMatchObject([{ is: 'early-release', said, party: 'b' }]);
    expect(pressFindings(t.seen('public').world)).toEqual([]);
    expect(breaches(t.play())).toEqual([]);
  });

  it('is the outlets’ under an embargo, and a report before its time is found', () => {
    const { t, joint } = ready();
    const report = { type: 'PublishReport', speaker: 'entity:wire', title: 'They will say', reads: [joint] } as const;
    expect(t.refused('control', report)).toBe('not-seen');
    t.ok('seat:a-press', { type: 'GiveUnderEmbargo', joint, outlets: ['entity:wire'] });
    const said = t.ok('control', report);
    expect(pressFindings(t.seen('seat:b-press').world)).toMatchObject([{ is: 'embargo-broken', said, outlet: 'entity:wire' }]);
    expect(breaches(t.play())).toEqual([]);
  });

  it('is nobody’s of another side', () => {
    const { t, joint } = ready();
    expect(t.refused('control', { type: 'GiveHand', joint, speaker: 'seat:c-lead' })).not.toBe('taken');
    expect(own(t, 'seat:c-lead').joints.size).toBe(0);
  });
});

describe('a press conference', () => {
  const begun = (hosts = ['seat:a-press']) => {
    const t = open();
    const conference = t.ok('control', { type: 'OpenConference', title: 'Briefing', venue: 'briefing room', hosts });
    const queued = t.ok('control', { type: 'QueueQuestion', conference, speaker: 'entity:wire', text: 'Which is it?' });
    return { t, conference, queued };
  };

  it('tells who waits to ask and nothing of what, until it is put; both go word for word into the record', () => {
    const { t, conference, queued } = begun();
    expect(JSON.stringify([...own(t, 'seat:a-press').conferences.values()])).not.toContain('Which is it?');
    const question = t.ok('seat:a-press', { type: 'CallQuestion', queued });
    // Live answers are not cleared, though its side clears.
    t.ok('seat:a-press', { type: 'Speak', text: 'It is planning.', question });
    const [said] = [...own(t, 'public').statements.values()];
    expect(said?.card).toMatchObject({ conference, question: { by: 'entity:wire', text: 'Which is it?' }, text: 'It is planning.' });
    expect(t.refused('seat:a-press', { type: 'CallQuestion', queued })).toBe('put-already');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is answered by those who hold it', () => {
    const { t, queued } = begun();
    expect(t.refused('seat:b-press', { type: 'CallQuestion', queued })).toBe('not-a-host');
    const question = t.ok('control', { type: 'CallQuestion', queued });
    expect(t.refused('seat:b-press', { type: 'Speak', text: 'I say.', question })).toBe('not-a-host');
  });

  it('is held by a head of government where lead control opens it, who answers there by its voice and is cleared by nobody', () => {
    const { t, conference, queued } = begun(['entity:b-head', 'seat:a-press']);
    expect(own(t, 'public').conferences.get(conference)?.card.parties).toEqual(['b', 'a']);
    const question = t.ok('control', { type: 'CallQuestion', queued, speaker: 'entity:b-head' });
    t.ok('control', { type: 'Speak', speaker: 'entity:b-head', text: 'No.', question });
    const [said] = [...own(t, 'public').statements.values()];
    expect(said?.card).toMatchObject({ conference, party: 'b', by: 'entity:b-head', question: { by: 'entity:wire' }, text: 'No.' });
    expect(t.refused('control', { type: 'Speak', speaker: 'entity:a-head', text: 'And I?', conference })).toBe('not-a-host');
    const opens = { type: 'OpenConference', title: 'Briefing', hosts: ['entity:b-head'] } as const;
    expect(t.refused('seat:b-press', opens)).toBe('may-not-speak');
    expect(t.refused('control', { ...opens, hosts: ['entity:wire'] })).toBe('may-not-speak');
    expect(breaches(t.play())).toEqual([]);
  });

  it('clears nobody’s words but the answers: what no outlet has asked there waits for clearance like all else', () => {
    const { t, conference, queued } = begun();
    const opening = { type: 'Speak', text: 'A word of my own.', conference } as const;
    expect(t.refused('seat:a-press', opening)).toBe('not-cleared');
    expect(t.refused('seat:a-press', { ...opening, asked: { by: 'entity:wire', text: 'And?' } })).toBe('not-cleared');
    // Nor is what an outlet has asked elsewhere answered there, and what one outlet alone is told is no answer to all.
    const elsewhere = t.ok('control', { type: 'PutQuestion', speaker: 'entity:wire', to: ['party:a'], text: 'And the drills?' });
    expect(t.refused('seat:a-press', { ...opening, question: elsewhere })).toBe('not-cleared');
    const question = t.ok('seat:a-press', { type: 'CallQuestion', queued });
    const answers = { type: 'Speak', text: 'An answer.', question, conference } as const;
    expect(t.refused('seat:a-press', { ...answers, attribution: 'off-record', outlet: 'entity:wire' })).toBe('not-cleared');
    expect(t.refused('seat:a-press', { ...answers, venue: 'Where all is denied' })).toBe('not-cleared');
    t.ok('seat:a-press', answers);
  });

  it('ends, and then nobody asks or answers there', () => {
    const { t, conference, queued } = begun();
    t.ok('seat:a-press', { type: 'CloseConference', conference });
    expect(t.refused('seat:a-press', { type: 'CallQuestion', queued })).toBe('conference-over');
    expect(t.refused('control', { type: 'QueueQuestion', conference, speaker: 'entity:wire', text: 'More?' })).toBe('conference-over');
    expect(t.refused('seat:a-press', { type: 'Speak', text: 'One more thing.', conference })).toBe('conference-over');
  });

  it('is opened by a side for itself, and by lead control for several', () => {
    const t = open();
    const opens = (hosts: string[]) => ({ type: 'OpenConference', title: 'Briefing', hosts }) as const;
    expect(t.refused('seat:a-press', opens(['seat:a-press', 'seat:b-press']))).toBe('own-side');
    expect(t.refused('seat:a-press', opens(['seat:a-lead']))).toBe('may-not-speak');
    t.ok('seat:a-press', opens(['seat:a-press']));
    t.ok('control', opens(['seat:a-press', 'seat:b-press']));
  });
});

describe('posts', () => {
  const posts = { on: false, every: 'PT2M', list: [1, 2, 3].map((n) => ({ by: 'people', text: `Post ${n}` })) };

  it('come in the file’s order at a steady rate while lead control has them on, and claim nothing', () => {
    const t = open({ posts });
    const shown = () => [...own(t, 'public').posts.values()].map((p) => [p.card.title, p.at / MINUTE]);
    t.wait(10);
    expect(shown()).toEqual([]);
    expect(t.refused('seat:a-press', { type: 'SwitchPosts', on: true })).toBe('lead-control-only');
    t.ok('control', { type: 'SwitchPosts', on: true });
    t.wait(3);
    expect(shown()).toEqual([['Post 1', 12]]);
    t.ok('control', { type: 'SwitchPosts', on: false });
    t.wait(7);
    t.ok('control', { type: 'SwitchPosts', on: true, every: MINUTE });
    t.wait(5);
    expect(shown()).toEqual([
      ['Post 1', 12],
      ['Post 2', 21],
      ['Post 3', 22],
    ]);
    expect(t.refused('control', { type: 'SwitchPosts', on: true })).toBe('no-posts');
    expect(own(t, 'seat:a-press').planned.size).toBe(0);
    expect(breaches(t.play())).toEqual([]);
  });

  it('come from STARTEX on where the scenario has it so', () => {
    const t = open({ posts: { ...posts, on: true } });
    t.wait(5);
    expect([...own(t, 'public').posts.values()]).toHaveLength(2);
  });
});
