import { expect, it } from 'vitest';
import { askedOf } from './asked.ts';
import { itemsOf } from './inbox.ts';
import { delivered, sent, smallWorld } from './world.fixture.ts';

const ME = 'seat:a-one';
const start = () => {
  const { world, happen } = smallWorld();
  return { happen, asks: () => askedOf(world, ME, itemsOf(world, ME)).map((a) => `${a.kind} ${a.id}`) };
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
  const ours = happen(sent('seat:b-one', ['cell:a-desk'], { purpose: 'propose' }));
  happen(sent('seat:b-one', [ME]));
  expect(asks()).toEqual([`answer ${mine}`, `answer ${ours}`]);
  const colleague = happen(sent('seat:a-two', ['seat:b-one'], { purpose: 'agree' }));
  happen({ type: 'MessageLinked', message: colleague, about: ours });
  expect(asks()).toEqual([`answer ${mine}`]);
  const reply = happen(sent(ME, ['seat:b-one']));
  happen({ type: 'MessageLinked', message: reply, about: mine });
  expect(asks()).toEqual([]);
});

it('does not take the asker’s own second message for an answer', () => {
  const { happen, asks } = start();
  const question = happen(sent('seat:b-one', [ME], { purpose: 'consult' }));
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
