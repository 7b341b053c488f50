import { describe, expect, it } from 'vitest';
import { waiting } from './exercise.ts';
import { expectedStatus } from './expected/status.ts';
import { acknowledges, injectStatus } from './injects/status.ts';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';

const inject = (id: string, more: object = {}): object => ({ id, title: id, text: `text of ${id}`, to: ['party:a'], ...more });
const table = (more: object): Table => new Table(smallScenario(more as Record<string, unknown>));
const status = (t: Table, id: string): string => injectStatus(t.exercise.world.injects.rows.get(t.inject(id)) as never);
const delivered = (t: Table, viewer: string): string[] =>
  [...t.seen(viewer).world.injects.deliveries.values()].map((d) => d.title as string);
const minute = 60_000;

describe('the clock', () => {
  it('stands at STARTEX until lead control starts it', () => {
    const t = table({ injects: [inject('i1', { at: 'PT0M' })] }).wait(30);
    expect(t.exercise.now(t.wall)).toBe(0);
    expect(status(t, 'i1')).toBe('planned');
    t.start().wait(1);
    expect(status(t, 'i1')).toBe('released');
  });

  it('is moved by nobody but lead control', () => {
    const t = table({}).start();
    for (const seat of ['control:a', 'seat:a-lead']) {
      for (const type of ['PauseClock', 'StartClock', 'EndExercise'] as const) expect(t.refused(seat, { type })).toBe('lead-control-only');
    }
  });

  it('stands still when its end is refused, and nothing due at that moment happens', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M' })] })
      .start()
      .wait(10);
    t.ok('control', { type: 'PauseClock' });
    for (const seat of ['seat:a-lead', 'control:a', 'seat:b-press']) {
      t.sit(seat);
      const before = [t.exercise.now(t.wall), t.record.length];
      for (let i = 0; i < 3; i++) expect(t.refused(seat, { type: 'EndExercise' })).toBe('lead-control-only');
      expect([t.exercise.now(t.wall), t.record.length]).toEqual(before);
    }
    expect(status(t, 'i1')).toBe('planned');
  });

  it('freezes what is due while paused and lets it come in its time afterwards', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M' })] })
      .start()
      .wait(9);
    t.ok('control', { type: 'PauseClock' });
    t.wait(60);
    expect(status(t, 'i1')).toBe('planned');
    t.ok('control', { type: 'StartClock' });
    t.wait(1.1);
    expect(t.exercise.world.injects.rows.get(t.inject('i1'))?.released?.at).toBe(10 * minute);
  });

  it('runs faster at a higher rate, and things happen at their own scenario time', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1H' })] }).start();
    t.ok('control', { type: 'SetRate', rate: 60 });
    t.wait(1.5);
    expect(t.exercise.now(t.wall)).toBe(90 * minute);
    expect(t.exercise.world.injects.rows.get(t.inject('i1'))?.released?.at).toBe(60 * minute);
  });

  it('jumps through every instant between, so that what is due at T happens', () => {
    const t = table({
      injects: [
        inject('i1', { at: 'PT10M' }),
        inject('i2', { after: { event: 'i1', delay: 'PT5M' } }),
        inject('i3', { at: 'PT20M' }),
        inject('i4', { at: 'PT21M' }),
      ],
    }).start();
    t.ok('control', { type: 'JumpClock', to: 20 * minute });
    expect(['i1', 'i2', 'i3', 'i4'].map((i) => status(t, i))).toEqual(['released', 'released', 'released', 'planned']);
    expect(t.exercise.world.injects.rows.get(t.inject('i2'))?.released?.at).toBe(15 * minute);
    expect(t.refused('control', { type: 'JumpClock', to: 5 * minute })).toBe('jump-back');
  });

  it('reaches a moment that only a condition asks for, and loses nothing that comes after it', () => {
    const when = { all: [{ time: 'PT5M' }, { variable: { id: 'v', is: 1 } }] };
    const t = table({ variables: [{ id: 'v', value: 0 }], injects: [inject('i1', { at: 'PT1M', when }), inject('i2', { at: 'PT10M' })] })
      .start()
      .wait(11);
    expect([status(t, 'i1'), status(t, 'i2')]).toEqual(['waiting', 'released']);
  });

  it('after an unplanned stop stands paused at its last durable time, and goes on when told', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M' }), inject('i2', { at: 'PT30M' })] })
      .start()
      .wait(11);
    t.wall += 120 * minute; // the machine was down for two hours
    t.record.push(...t.exercise.interrupt(t.wall));
    expect(t.exercise.world.clock.reading).toMatchObject({ status: 'paused', reason: 'restart', at: 10 * minute });
    expect(status(t, 'i2')).toBe('planned');
    t.ok('control', { type: 'StartClock' });
    t.wait(21);
    expect(status(t, 'i2')).toBe('released');
  });
});

describe('the clock, kept within bounds', () => {
  it('does not jump while a real-world emergency stands, nor out of the year', () => {
    const t = table({}).start();
    expect(() => t.say('control', { type: 'JumpClock', to: Number.MAX_SAFE_INTEGER })).toThrow();
    t.ok('seat:a-lead', { type: 'RaiseEmergency', text: '' });
    expect(t.refused('control', { type: 'JumpClock', to: 60_000 })).toBe('emergency');
  });
});

describe('injects', () => {
  it('wait for their condition and come at the first moment when it holds', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M', when: { message: { from: 'party:a', to: 'party:b' } } })] })
      .start()
      .wait(11);
    expect(status(t, 'i1')).toBe('waiting');
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['cell:b-cell'], text: 'Do you see it too?' });
    expect(status(t, 'i1')).toBe('released');
  });

  it('tell a party’s controllers nothing of what sets them off, where that is not theirs to know', () => {
    const t = table({
      injects: [
        inject('i1', { at: 'PT1M', to: ['party:b'] }),
        inject('i2', { after: { event: 'i1', delay: 'PT6M' } }),
        inject('i3', { at: 'PT1M', to: ['party:a', 'party:b'] }),
        inject('i4', { after: { event: 'i3', delay: 'PT6M' } }),
      ],
    })
      .start()
      .wait(2);
    const timed = (viewer: string): string[] =>
      t.seen(viewer).events.flatMap((r) => (r.event.type === 'InjectTimed' ? [r.event.inject] : []));
    expect(timed('control')).toEqual([t.inject('i2'), t.inject('i4')]);
    expect(timed('control:a')).toEqual([t.inject('i4')]);
    t.wait(6);
    expect(delivered(t, 'seat:a-lead')).toContain('i2');
  });

  it('do not take what is said in public for a word to the partner', () => {
    const t = table({ injects: [inject('i1', { at: 'PT0M', when: { message: { from: 'party:a', to: 'party:b' } } })] })
      .start()
      .wait(1);
    t.ok('seat:a-press', { type: 'Speak', text: 'We are in touch.' });
    expect(status(t, 'i1')).toBe('waiting');
    t.ok('seat:a-press', { type: 'SendMessage', to: ['cell:b-cell'], text: 'We are in touch.' });
    expect(status(t, 'i1')).toBe('released');
  });

  it('lapse when their last moment passes, unless a hand holds them', () => {
    const when = { milestone: 'never' };
    const milestones = [{ id: 'never', when: { variable: { id: 'v', is: 9 } } }];
    const t = table({
      variables: [{ id: 'v', value: 0 }],
      milestones,
      injects: [inject('i1', { at: 'PT5M', until: 'PT9M', when }), inject('i2', { at: 'PT5M', until: 'PT9M', when })],
    }).start();
    t.ok('control', { type: 'HoldInject', inject: t.inject('i2') });
    t.wait(10);
    expect([status(t, 'i1'), status(t, 'i2')]).toEqual(['lapsed', 'held']);
  });

  it('wait for a hand where the scenario says so, and go out once however often the button is pressed', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M', manual: true })] })
      .start()
      .wait(11);
    expect(status(t, 'i1')).toBe('due');
    t.ok('control:a', { type: 'ReleaseInject', inject: t.inject('i1') });
    expect(t.refused('control', { type: 'ReleaseInject', inject: t.inject('i1') })).toBe('already-released');
    expect(delivered(t, 'seat:a-lead')).toEqual(['i1']);
  });

  it('stay back while held, and go at once when the hold is lifted after their time', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M' })] }).start();
    t.ok('control', { type: 'HoldInject', inject: t.inject('i1') });
    t.wait(15);
    expect(status(t, 'i1')).toBe('held');
    t.ok('control', { type: 'LiftHold', inject: t.inject('i1') });
    expect(status(t, 'i1')).toBe('released');
  });

  it('that were skipped and restored after their time wait for a hand', () => {
    const t = table({ injects: [inject('i1', { at: 'PT10M' })] }).start();
    t.ok('control', { type: 'SkipInject', inject: t.inject('i1') });
    t.wait(15);
    t.ok('control', { type: 'RestoreInject', inject: t.inject('i1') });
    expect(status(t, 'i1')).toBe('due');
  });

  it('to two parties tell neither of the other', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1M', to: ['party:a', 'seat:b-lead'] })] })
      .start()
      .wait(2);
    const a = [...t.seen('seat:a-press').world.injects.deliveries.values()];
    const b = [...t.seen('seat:b-lead').world.injects.deliveries.values()];
    expect([a[0]?.to, b[0]?.to]).toEqual([['party:a'], ['seat:b-lead']]);
    expect(a[0]?.id).not.toBe(b[0]?.id);
    expect(delivered(t, 'seat:b-press')).toEqual([]);
    for (const viewer of ['seat:a-press', 'control:a', 'evaluators:a'])
      expect(JSON.stringify(t.seen(viewer).events)).not.toContain('b-lead"]');
  });

  it('can be improvised by a party’s controllers for their own party only', () => {
    const t = table({}).start();
    const words = { type: 'ImproviseInject' as const, title: 'A call', text: 'The mayor rings.', from: 'wire' };
    expect(t.refused('control:a', { ...words, to: ['party:b'] })).toBe('no-such-address');
    expect(t.refused('seat:a-lead', { ...words, to: ['party:a'] })).toBe('control-only');
    t.ok('control:a', { ...words, to: ['cell:a-cell'] });
    expect(delivered(t, 'seat:a-press')).toEqual(['A call']);
  });

  it('give one answer for what is hidden and for what does not exist', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1M', to: ['party:b'] })] })
      .start()
      .wait(2);
    const hidden = [...t.exercise.world.injects.deliveries.keys()][0] as string;
    const answers = [hidden, 'e00000000000000000000'].map((delivery) => t.say('seat:a-lead', { type: 'AcknowledgeInject', delivery }));
    expect(answers[0]).toEqual(answers[1]);
    expect(t.refused('control:a', { type: 'ReleaseInject', inject: t.inject('i1') })).toBe('unknown');
  });

  it('can be corrected after release: holders keep old and new, and acknowledge what stands', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1M', to: ['party:a', 'party:b'] })] })
      .start()
      .wait(2);
    const delivery = [...t.seen('seat:a-lead').world.injects.deliveries.keys()][0] as string;
    t.ok('seat:a-lead', { type: 'AcknowledgeInject', delivery, version: 0 });
    t.ok('control', { type: 'CorrectInject', inject: t.inject('i1'), title: 'i1, corrected', text: 'The second gauge, not the third.' });
    const seen = t.seen('seat:a-lead').world.injects.deliveries.get(delivery);
    expect(seen).toMatchObject({ text: 'text of i1', corrections: [{ text: 'The second gauge, not the third.' }] });
    expect(seen && acknowledges(seen, 'seat:a-lead')).toBe(false);
    expect(t.refused('seat:a-press', { type: 'AcknowledgeInject', delivery, version: 0 })).toBe('corrected-meanwhile');
    t.ok('seat:a-lead', { type: 'AcknowledgeInject', delivery, version: 1 });
    const again = t.seen('control:a').world.injects.deliveries.get(delivery);
    expect(again && acknowledges(again, 'seat:a-lead')).toBe(true);
    expect(t.refused('control:a', { type: 'CorrectInject', inject: t.inject('i1'), title: 'x', text: 'x' })).toBe('not-yours');
  });

  it('can be withdrawn after release; before, there is nothing to withdraw', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1M' }), inject('i2', { at: 'PT9M' })] })
      .start()
      .wait(2);
    t.ok('control:a', { type: 'WithdrawInject', inject: t.inject('i1'), reason: 'Sent to the wrong table.' });
    const [delivery] = [...t.seen('seat:a-lead').world.injects.deliveries.values()];
    expect(delivery?.withdrawn?.reason).toBe('Sent to the wrong table.');
    expect(t.refused('seat:a-lead', { type: 'AcknowledgeInject', delivery: delivery?.id })).toBe('withdrawn');
    expect(t.refused('control', { type: 'WithdrawInject', inject: t.inject('i2') })).toBe('not-released');
  });

  it('show a party’s controllers the condition only where they hold all that it depends on', () => {
    const own = { message: { from: 'party:a', to: 'party:b' } };
    const t = table({
      variables: [{ id: 'v', value: 0 }],
      injects: [inject('i1', { when: own }), inject('i2', { when: { all: [own, { variable: { id: 'v', is: 1 } }] } })],
    });
    const rows = [...t.seen('control:a').world.injects.rows.values()].map((r) => r.shown.get('a'));
    expect(rows.map((r) => [r?.waits, r?.when])).toEqual([
      [false, own],
      [true, undefined],
    ]);
    expect(JSON.stringify(t.seen('control:a').events)).not.toContain('variable');
  });
});

describe('expected actions', () => {
  const seen = { message: { from: 'party:a', to: 'party:b' } };
  const expects = [{ id: 'e1', by: 'party:a', text: 'Tells B', at: 'PT5M', within: 'PT10M', seen }];
  const at = (t: Table): string => expectedStatus(t.exercise.world.expected.rows.get(t.expected('e1')) as never);
  const tell = (t: Table): void => void t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });

  it('are met when the record sees them exactly at the deadline, missed a moment later, late after that', () => {
    const t = table({ expects }).start();
    t.ok('control', { type: 'JumpClock', to: 15 * minute });
    tell(t);
    expect(t.exercise.world.messages.messages.values().next().value?.at).toBe(15 * minute);
    expect(at(t)).toBe('met');
    const late = table({ expects }).start().wait(15.1);
    expect(at(late)).toBe('missed');
    tell(late);
    expect(at(late)).toBe('late');
  });

  it('count what was done before they opened', () => {
    const t = table({ expects }).start();
    tell(t);
    expect(at(t)).toBe('planned');
    t.wait(6);
    expect(at(t)).toBe('met');
  });

  it('are judged by a controller where the record cannot see them', () => {
    const t = table({ expects: [{ ...expects[0], seen: undefined }] })
      .start()
      .wait(12);
    expect(waiting(t.seen('control:a').world, 'control:a', t.exercise.now(t.wall)).map((i) => i.kind)).toEqual(['judge']);
    expect(t.refused('seat:a-lead', { type: 'JudgeExpected', expected: t.expected('e1'), verdict: 'met' })).toBe('unknown');
    expect(t.refused('control:b', { type: 'JudgeExpected', expected: t.expected('e1'), verdict: 'met' })).toBe('unknown');
    t.ok('control:a', { type: 'JudgeExpected', expected: t.expected('e1'), verdict: 'partly' });
    expect(at(t)).toBe('partly');
    const lead = table({ expects: [{ ...expects[0], seen: undefined, controller: 'control' }] })
      .start()
      .wait(12);
    expect(lead.refused('control:a', { type: 'JudgeExpected', expected: lead.expected('e1'), verdict: 'met' })).toBe('not-yours');
  });
});
