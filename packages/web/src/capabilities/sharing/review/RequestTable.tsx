import { useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Opener, Short, Table, Time, useChosen } from '../../../kit/review/tables.tsx';
import { NotYet } from '../../../kit/Said.tsx';
import { About, Between, Decided, ForWhom } from './RequestCells.tsx';
import { type RequestLine, requestLines } from './requestLines.ts';

/** Table of requests for release: who asked whom for what and for whom, by when, and what was decided after how long. */
export function RequestTable({ lines }: { readonly lines: readonly RequestLine[] }) {
  const chosen = useChosen();
  const text = useText();
  const { whole } = useReview();
  return (
    <Table heads={['requested', 'fromOf', 'message', 'forWhom', 'dueBy', 'decided']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td>
            <Time at={line.at} />
          </td>
          <td>
            <Between line={line} />
          </td>
          <th scope="row">
            <Opener id={line.key}>
              <Short text={text(line.text)} most={110} />
            </Opener>{' '}
            <NotYet of={[line.text]} />
            <About line={line} world={whole} />
          </th>
          <td>
            <ForWhom line={line} />
          </td>
          <td>
            <Time at={line.due} />
          </td>
          <td>
            <Decided line={line} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The requests of this edition at the chosen moment. */
export function RequestsWithin() {
  const { world, moment } = useReview();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object changed in place; the count says when
  const lines = useMemo(() => requestLines(world), [world, moment.count]);
  return <RequestTable lines={lines} />;
}
