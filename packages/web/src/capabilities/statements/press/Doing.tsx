import type { DoingProps } from '../../../kit/seat/part.ts';
import { SpeakForm } from './SpeakForm.tsx';

/** The act that is under way on something said in public: it is set right. */
export function Doing({ line, made, done }: DoingProps) {
  return <SpeakForm start={{ corrects: line.id }} made={made} done={done} />;
}
