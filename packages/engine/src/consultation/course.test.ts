import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { actIn as act, AS_C as C, forumCalled as forum, TWO_FORUMS as forums } from '../testing/two-forums.ts';
import { decisionsOn, lasted, neverAsked, openBracketSteps, type Standing, standings, troubles } from './course.ts';
import { consultationFigures } from './figures.ts';
import type { Matter } from './language.ts';

const MINUTE = 60_000;
const start = (): Table => new Table(smallScenario({ forums, subjects: [{ id: 'measure', name: 'A visible measure' }] })).start();
const open = (t: Table, seat: string, place: string, more: object = {}): Id =>
  t.ok(seat, { type: 'OpenMatter', forum: forum(t, place), title: 'Warn', text: 'Do we warn?', due: 10 * MINUTE, ...more } as never);
const look = (t: Table, viewer: string, id: Id) => {
  const { world } = t.seen(viewer);
  return { world, matter: world.consultation.matters.get(id) as Matter, now: t.exercise.now(t.wall) };
};
const stand = (t: Table, id: Id, viewer = 'control', side?: string): Record<string, Standing> => {
  const { world, matter, now } = look(t, viewer, id);
  return Object.fromEntries(standings(world, matter, now, side).map((s) => [s.party, s]));
};
const wrong = (t: Table, id: Id, viewer = 'control', side?: string) => {
  const { world, matter, now } = look(t, viewer, id);
  return troubles(world, matter, now, side);
};

describe('how a party stands in a matter', () => {
  it('is asker, awaited, late by so many minutes, or done', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', 'council');
    act(t, 'control', id, 'view', { text: 'We would.', ...C });
    expect(stand(t, id)).toMatchObject({
      a: { asks: true, awaited: false },
      b: { asks: false, awaited: true, lateBy: undefined },
      c: { awaited: false, acts: [{ type: 'view' }] },
    });
    t.wait(13);
    expect(stand(t, id).b).toMatchObject({ awaited: true, lateBy: 3 * MINUTE });
    act(t, 'seat:b-lead', id, 'view', { text: 'Yes.' });
    t.wait(5);
    expect(stand(t, id).b).toMatchObject({ awaited: false, lateBy: 3 * MINUTE, took: 13 * MINUTE });
    expect(wrong(t, id)).toEqual([{ kind: 'late', party: 'b', by: 3 * MINUTE }]);
  });

  it('is not late where a jump passed its time, and took as long as the clock ran', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', 'group');
    t.wait(4);
    t.ok('control', { type: 'JumpClock', to: 30 * MINUTE });
    expect(stand(t, id).b).toMatchObject({ lateBy: undefined, passed: true, took: undefined });
    expect(wrong(t, id)).toEqual([]);
    t.wait(1);
    act(t, 'seat:b-lead', id, 'view', { text: 'Yes.' });
    expect(stand(t, id).b?.took).toBe(5 * MINUTE);
    const { world, matter } = look(t, 'control', id);
    expect(lasted(world, matter)).toBe(5 * MINUTE);
  });

  it('is not known to another member under *together* before the end: neither that it answered nor that it is late', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', 'council', { shown: 'together' });
    t.wait(13);
    expect(stand(t, id, 'seat:b-lead', 'b')).toMatchObject({
      b: { awaited: true, veiled: false },
      c: { veiled: true, awaited: false, lateBy: undefined },
    });
    expect(wrong(t, id, 'seat:b-lead', 'b')).toEqual([{ kind: 'late', party: 'b', by: 3 * MINUTE }]);
    expect(stand(t, id).c).toMatchObject({ veiled: false, lateBy: 3 * MINUTE });
  });

  it('names no breaker of a silence to those who were not told', () => {
    const t = start();
    const id = open(t, 'control', 'council', { procedure: 'silence', ...C });
    t.wait(9);
    act(t, 'seat:a-lead', id, 'amend', { text: 'Other words.' });
    expect(stand(t, id).a).toMatchObject({ acts: [{ type: 'amend' }], took: 9 * MINUTE, before: MINUTE });
    expect(stand(t, id, 'seat:b-lead', 'b')).toMatchObject({
      a: { acts: [], took: undefined, before: undefined, unnamed: true },
      b: { unnamed: false },
      c: { unnamed: true },
    });
    expect(Object.values(stand(t, id)).map((s) => s.unnamed)).toEqual([false, false, false]);
    expect(wrong(t, id, 'seat:b-lead', 'b')).toEqual([{ kind: 'broken', at: 9 * MINUTE }]);
  });

  it('has signed, until a new version makes the signature void', () => {
    const t = start();
    const text = t.ok('seat:a-lead', { type: 'TableText', forum: forum(t, 'group'), title: 'Line', paragraphs: ['One.'] });
    const id = open(t, 'seat:a-lead', 'group', { procedure: 'joint-signature', on: text });
    const digest = t.exercise.world.consultation.texts.get(text)?.versions[0]?.digest;
    t.wait(1);
    act(t, 'seat:a-lead', id, 'sign', { on: digest });
    expect(stand(t, id)).toMatchObject({ a: { awaited: false, voids: [] }, b: { awaited: true } });
    t.wait(1);
    const bracket = t.ok('seat:b-lead', { type: 'SetWording', of: text, version: 1, paragraph: 'p1', words: 'One!' });
    t.ok('seat:a-lead', { type: 'TakeWording', bracket });
    expect(stand(t, id).a).toMatchObject({ awaited: true, voids: [{ at: 2 * MINUTE }] });
    expect(openBracketSteps(t.exercise.world)).toEqual([{ at: 2 * MINUTE, open: 0 }]);
  });

  it('has joined, until a new version asks it again: late if that stood at due, and not for one that came after', () => {
    const t = start();
    const text = t.ok('seat:a-lead', { type: 'TableText', forum: forum(t, 'council'), title: 'Line', paragraphs: ['One.'] });
    const id = open(t, 'seat:a-lead', 'council', { procedure: 'consensus', on: text });
    const digest = () => t.exercise.world.consultation.texts.get(text)?.versions.at(-1)?.digest;
    const anew = (words: string, version: number) => {
      const bracket = t.ok('seat:b-lead', { type: 'SetWording', of: text, version, paragraph: 'p1', words });
      t.ok('control', { type: 'TakeWording', bracket, ...C });
      t.ok('seat:a-lead', { type: 'TakeWording', bracket });
    };
    const asked = (seat: string) => waiting(t.seen(seat).world, seat, t.exercise.now(t.wall)).filter((w) => w.kind === 'position');
    const first = digest();
    t.wait(1);
    act(t, 'seat:b-lead', id, 'join', { on: first });
    act(t, 'control', id, 'object', C);
    expect([asked('seat:a-lead').length, asked('seat:b-lead').length]).toEqual([0, 0]);
    t.wait(1);
    anew('One!', 1);
    expect(t.refused('seat:b-lead', { type: 'ActInMatter', matter: id, act: 'join', on: first })).toBe('other-text');
    act(t, 'control', id, 'abstain', C);
    expect(stand(t, id)).toMatchObject({
      a: { awaited: true, voids: [] },
      b: { awaited: true, voids: [{ act: { type: 'join' }, at: 2 * MINUTE }] },
      c: { awaited: false, voids: [] },
    });
    expect(asked('seat:b-lead')).toMatchObject([{ id, since: 2 * MINUTE, ifNothing: 'late' }]);
    expect(asked('seat:a-lead')).toMatchObject([{ id, since: 2 * MINUTE, ifNothing: 'waits' }]);
    t.wait(11);
    const late = [{ kind: 'late', party: 'b', by: 3 * MINUTE }];
    expect(wrong(t, id)).toEqual(late);
    act(t, 'seat:b-lead', id, 'join', { on: digest() });
    anew('One?', 2);
    t.wait(2);
    expect(wrong(t, id)).toEqual(late);
    expect(stand(t, id).c).toMatchObject({ voids: [{ act: { type: 'abstain' } }], lateBy: undefined });
    act(t, 'seat:a-lead', id, 'join');
    act(t, 'seat:b-lead', id, 'join');
    expect(look(t, 'control', id).matter.closed).toBeUndefined();
    act(t, 'control', id, 'join', C);
    expect(look(t, 'control', id).matter.closed?.outcome).toBe('agreed');
    expect(consultationFigures(t.exercise.world)).toMatchObject({
      answers: { late: [{ party: 'b', by: 3 * MINUTE }] },
      voidSignatures: [],
    });
  });
});

describe('decided before asking', () => {
  const decide = (t: Table): Id =>
    t.ok('seat:b-lead', { type: 'RecordDecision', title: 'Show it', text: 'We show it.', subject: 'measure' } as never);

  it('is trouble of the matter by which the forum was asked, by so many minutes, in the worlds that hold the decision', () => {
    const t = start();
    const decision = decide(t);
    t.wait(15);
    const id = open(t, 'seat:b-lead', 'group', { subject: 'measure', due: 30 * MINUTE });
    expect(wrong(t, id)).toEqual([{ kind: 'unasked', party: 'b', by: 15 * MINUTE, decision }]);
    expect(wrong(t, id, 'seat:a-lead', 'a')).toEqual([]);
    expect(neverAsked(t.exercise.world)).toEqual([]);
  });

  it('is told of a decision on which nobody was asked', () => {
    const t = start();
    const decision = decide(t);
    expect(neverAsked(t.exercise.world)).toMatchObject([{ decision: { id: decision }, forum: forum(t, 'group') }]);
    expect(neverAsked(t.seen('seat:a-lead').world)).toEqual([]);
  });

  it('is no trouble where it was asked first', () => {
    const t = start();
    const id = open(t, 'seat:b-lead', 'group', { subject: 'measure' });
    t.wait(1);
    const decision = decide(t);
    const { world, matter } = look(t, 'control', id);
    expect(decisionsOn(world, matter)).toMatchObject([{ decision: { id: decision }, by: undefined }]);
    expect(wrong(t, id)).toEqual([]);
  });
});
