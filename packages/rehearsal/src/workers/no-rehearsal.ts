import type { Both } from '../report/words.ts';

/** What a thread may hold: more is a run that has gone astray, and ends the rehearsal instead of the server. */
export const LIMITS = { maxOldGenerationSizeMb: 1_024 };

export type NoRehearsalCode = 'cancelled' | 'worker-died' | 'run-broke' | 'too-many-runs';

/** Why there is no report: no part of one is passed off as the whole. */
export class NoRehearsal extends Error {
  override readonly name = 'NoRehearsal';
  readonly code: NoRehearsalCode;
  /** What happened, where, and what to do next, in the words of whoever asked. */
  readonly text: Both;
  readonly run: number | undefined;
  constructor(code: NoRehearsalCode, text: Both, run?: number) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.run = run;
  }
}

export const cancelled = (): NoRehearsal =>
  new NoRehearsal('cancelled', {
    en: 'The rehearsal was cancelled. Nothing was reported.',
    ko: '사전 모의를 중단했습니다. 보고서는 없습니다.',
  });

/** `run` 0: not a run, but the plan or the report. `why`: as the program says it. */
export const broke = (seed: number, run: number, why: string): NoRehearsal =>
  new NoRehearsal(
    'run-broke',
    {
      en: `${run === 0 ? 'The report' : `Run ${run}`} (seed ${seed}) broke: ${why}. Nothing was reported. This is a fault of the program; report it with the scenario, the run and the seed.`,
      ko: `${run === 0 ? '보고서 작성' : `시행 ${run}`}(시드 ${seed}) 중 오류가 발생했습니다: ${why}. 보고서는 없습니다. 프로그램의 오류이므로 시나리오, 시행 번호, 시드와 함께 알려 주십시오.`,
    },
    run,
  );

/** `why`: a thread’s error, or the code with which it left. `run`: in which it was, if in any. */
export function died(seed: number, run: number | undefined, why: unknown): NoRehearsal {
  const cause = causeOf(why);
  return new NoRehearsal(
    'worker-died',
    {
      en: `A worker died${run === undefined ? '' : ` in run ${run}`} (seed ${seed}): ${cause.en}. Nothing was reported. Try again with fewer workers or runs; if it dies in that run again, report the scenario, the run and the seed.`,
      ko: `${run === undefined ? '' : `시행 ${run}에서 `}작업 스레드가 멈췄습니다(시드 ${seed}): ${cause.ko}. 보고서는 없습니다. 스레드 수나 시행 횟수를 줄여 다시 시도하십시오. 같은 시행에서 다시 멈추면 시나리오, 시행 번호, 시드와 함께 알려 주십시오.`,
    },
    run,
  );
}

function causeOf(why: unknown): Both {
  if ((why as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const most = LIMITS.maxOldGenerationSizeMb.toLocaleString('en');
    return { en: `it needed more than the ${most} MB that a thread may take`, ko: `스레드에 허용된 메모리 ${most} MB 초과` };
  }
  if (typeof why === 'number') return { en: `it left with code ${why}`, ko: `종료 코드 ${why}` };
  const said = why instanceof Error ? why.message : String(why);
  return { en: said, ko: said };
}

/** `most`: what may be held; undefined: the machine has not even that. */
export const tooMany = (seed: number, runs: number, most: number | undefined): NoRehearsal =>
  new NoRehearsal(
    'too-many-runs',
    most === undefined
      ? {
          en: `This machine has no memory for ${runs} runs (seed ${seed}). Nothing was reported. Ask for fewer.`,
          ko: `이 컴퓨터의 메모리로는 ${runs}회를 시행할 수 없습니다(시드 ${seed}). 보고서는 없습니다. 시행 횟수를 줄이십시오.`,
        }
      : {
          en: `So large a scenario takes at most ${most} runs here (seed ${seed}). Nothing was reported. Ask for fewer.`,
          ko: `이 규모의 시나리오는 여기서 ${most}회까지 시행할 수 있습니다(시드 ${seed}). 보고서는 없습니다. 시행 횟수를 줄이십시오.`,
        },
  );
