import { namesInWords } from './names.ts';
import { ROOMS_OF_LAW } from './table.ts';

/** The law of audiences as docs/audiences.md has it: one table for each room, one row for each event. */
export function printed(): string {
  const rooms = Object.entries(ROOMS_OF_LAW).map(([room, laws]) => {
    const rows = Object.entries(laws).map(([type, { says }]) => `| \`${type}\` | ${says} | ${namesInWords(type)} |`);
    return [`## ${room}`, '', '| event | who has it | what it may name to them |', '|---|---|---|', ...rows].join('\n');
  });
  return `${HEAD}\n\n${rooms.join('\n\n')}\n`;
}

const HEAD = `# Who may have what

The law of audiences: for every event, who may have it. It is written in \`packages/engine/src/testing/law\`, as small functions of the scenario and the record so far, and imports nothing of the code that it judges. This page is printed from it (\`node tools/law.ts\`); a test fails where the two differ, and where an event has no law.

Over generated exercises, the plays of every scenario of the house and the stored records of older versions, every event’s audience *equals* what the law gives: nobody more, nobody less. The law also says what a row that is cut to a party may carry, what an event may refer to, and what must follow in the same turn (\`duties.ts\`).

**What it may name** is said field by field (\`names.ts\`): a field of which the law says nothing may not be there, so that no count, list of people, digest or time comes to anybody by the way. Things are named only to those who were given them, addresses and parties only to those who may know of them in this connection, and the words are those of the author, of the hand that acts, or such as were on record before: that no event has words of its own. Whether a reader may have an item’s words is asked by a judge of their own (\`judge.ts\`).

**To every row is added** what the addresses mean ([architecture.md](architecture.md), *Addresses and closure*): lead control has everything; what goes to a party’s seats, its controllers and evaluators have too. *Party’s controllers* are \`control:P\`, its *evaluators* \`evaluators:P\`. The public is every seat, all of control and evaluation, the observers and the public screen. Of options and plans the evaluators of a side so hold what its delegation holds: what was told at the table, and what the side keeps for itself (scores, weights, red lines, steps of its own, what lead control held up). The evaluators of all sides hold none of it: a board is its forum’s.

**A party may read a condition** only if its controllers hold all that it rests on: time; injects among whose recipients it is (whether they were read or acknowledged, only of its own seats); messages from or to it, unless they must answer an inject; milestones spelt out. Items, requests, variables and expected actions are lead control’s. **It knows a row’s time** if the scenario says when, if a controller’s hand set it, or if it was told at once of what the row comes after; milestones are lead control’s.`;
