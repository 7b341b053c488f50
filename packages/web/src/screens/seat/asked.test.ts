import { expect, it } from 'vitest';
import { partsOf } from '../../capabilities/index.ts';
import { asked, delivered, given, sent, smallWorld } from '../../kit/seat/world.fixture.ts';
import { askedOf } from './asked.ts';
import { linesOf, lookOf } from './inbox.ts';

const parts = await partsOf('seat');

const ME = 'seat:a-one';
const start = () => {
  const { world, happen } = smallWorld();
  const lines = () => linesOf(parts, lookOf(world, ME));
  return { happen, asks: () => askedOf(parts, world, ME, 0, lines()).map(({ waits }) => `${waits.kind} ${waits.id}`) };
};

it('asks a seat to acknowledge what was sent to it, and not what was said to all the world', () => {
  const { happen, asks } = start();
  const mail = happen(delivered(['cell:a-desk']));
  happen(delivered(['public'], { channel: 'news' }));
  happen(delivered(['everyone']));
  expect(asks()).toEqual([`acknowledge ${mail}`]);
  happen({ type: 'InjectAcknowledged', delivery: mail, seat: 'seat:a-two' });
  expect(asks()).toEqual([`acknowledge ${mail}`]);
  happen({ type: 'InjectAcknowledged', delivery: mail, seat: ME });
  expect(asks()).toEqual([]);
});

it('keeps a question until it is answered, by this seat or by a colleague it was put to as well', () => {
  const { happen, asks } = start();
  const mine = happen(sent('seat:b-one', [ME], { purpose: 'ask' }));
  const ours = happen(sent('seat:b-one', ['cell:a-desk'], { purpose: 'ask' }));
  happen(sent('seat:b-one', [ME]));
  expect(asks()).toEqual([`answer ${mine}`, `answer ${ours}`]);
  const colleague = happen(sent('seat:a-two', ['seat:b-one', 'cell:a-desk']));
  happen({ type: 'MessageLinked', message: colleague, about: ours });
  expect(asks()).toEqual([`answer ${mine}`]);
  const reply = happen(sent(ME, ['seat:b-one']));
  happen({ type: 'MessageLinked', message: reply, about: mine });
  expect(asks()).toEqual([]);
});

it('does not take the asker’s own second message for an answer', () => {
  const { happen, asks } = start();
  const question = happen(sent('seat:b-one', [ME], { purpose: 'ask' }));
  const more = happen(sent('seat:b-one', [ME]));
  happen({ type: 'MessageLinked', message: more, about: question });
  expect(asks()).toEqual([`answer ${question}`]);
});

it('puts the last roll-call first and the longest waiting next', () => {
  const { happen, asks } = start();
  const late = happen(delivered([ME]), 9_000);
  const early = happen(sent('seat:b-one', [ME], { purpose: 'ask' }), 1_000);
  happen({ type: 'RollCalled', by: 'control' }, 5_000);
  const roll = happen({ type: 'RollCalled', by: 'control' }, 10_000);
  expect(asks()).toEqual([`roll ${roll}`, `answer ${early}`, `acknowledge ${late}`]);
  happen({ type: 'RollAnswered', roll, seat: ME });
  expect(asks()).toEqual([`answer ${early}`, `acknowledge ${late}`]);
});

it('asks again for what was corrected after it was acknowledged, and no more for what was withdrawn', () => {
  const { happen, asks } = start();
  const mail = happen(delivered([ME]));
  happen({ type: 'InjectAcknowledged', delivery: mail, seat: ME });
  expect(asks()).toEqual([]);
  happen({ type: 'DeliveryCorrected', delivery: mail, version: 1, title: 'Title', text: 'Second' });
  expect(asks()).toEqual([`acknowledge ${mail}`]);
  happen({ type: 'InjectAcknowledged', delivery: mail, seat: ME, version: 1 });
  expect(asks()).toEqual([]);
  const other = happen(delivered([ME]));
  expect(asks()).toEqual([`acknowledge ${other}`]);
  happen({ type: 'DeliveryWithdrawn', delivery: other });
  expect(asks()).toEqual([]);
});

it('puts requests for release before what only waits, the overdue before the next due, until they are decided or withdrawn', () => {
  const { happen, asks } = start();
  const mail = happen(delivered([ME]), 1_000);
  happen(asked('r-later', 'seat:b-one', 90_000), 2_000);
  happen(asked('r-sooner', 'seat:b-one', 60_000), 3_000);
  happen(asked('r-mine', ME, 30_000), 4_000);
  expect(asks()).toEqual(['decide r-sooner', 'decide r-later', `acknowledge ${mail}`]);
  happen({ type: 'RequestOverdue', request: 'r-sooner' }, 61_000);
  expect(asks()[0]).toBe('decide r-sooner');
  happen({ type: 'RequestDecided', request: 'r-sooner', decision: 'refuse', by: ME });
  happen({ type: 'RequestWithdrawn', request: 'r-later' });
  expect(asks()).toEqual([`acknowledge ${mail}`]);
});

it('puts what is to be destroyed among the requests: after one that is overdue longer, before one that is due later', () => {
  const { happen, asks } = start();
  const mail = happen(delivered([ME]), 1_000);
  happen(asked('r-overdue', 'seat:b-one', 40_000), 2_000);
  happen(asked('r-later', 'seat:b-one', 90_000), 3_000);
  happen(given('i-given', ['party:a'], { by: 'seat:b-one' }), 4_000);
  happen({ type: 'ItemRecalled', item: 'i-given', party: 'a' }, 50_000);
  expect(asks()).toEqual(['decide r-overdue', 'destroy i-given', 'decide r-later', `acknowledge ${mail}`]);
});

it('asks a seat to acknowledge an item that another seat gave it, and to destroy what was recalled, once', () => {
  const { happen, asks } = start();
  happen(given('i-held', [ME]));
  happen(given('i-given', ['party:a'], { by: 'seat:b-one' }));
  happen(given('i-public', ['public'], { by: 'seat:b-one' }));
  expect(asks()).toEqual(['acknowledge i-given']);
  happen({ type: 'ItemAcknowledged', item: 'i-given', seat: ME });
  expect(asks()).toEqual([]);
  happen({ type: 'ItemRecalled', item: 'i-given', party: 'a' });
  expect(asks()).toEqual(['destroy i-given']);
  happen({ type: 'DestructionConfirmed', item: 'i-given', seat: ME });
  expect(asks()).toEqual([]);
});

it('asks nobody to acknowledge what it has destroyed, until it is given it again', () => {
  const { happen, asks } = start();
  happen(given('i-given', ['party:a'], { by: 'seat:b-one' }));
  happen({ type: 'ItemRecalled', item: 'i-given', party: 'a' });
  happen({ type: 'DestructionConfirmed', item: 'i-given', seat: ME });
  expect(asks()).toEqual([]);
  happen(given('i-given', ['party:a'], { by: 'seat:b-one' }));
  expect(asks()).toEqual(['acknowledge i-given']);
});
