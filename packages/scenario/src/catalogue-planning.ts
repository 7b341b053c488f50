import type { Entry } from './catalogue-entry.ts';

/** Problems of plans: their options, criteria and steps. */
export const PLANNING = {
  'unknown-plan': [
    'error',
    'There is no plan “{value}”.',
    '없는 계획(plans): {value}',
    '{meant} Add it under plans, or use one of those.',
    '{meant} plans에 추가하거나 있는 것을 쓰십시오.',
  ],
  'unknown-option': [
    'error',
    'There is no option “{value}”.',
    '없는 대응방안(options): {value}',
    '{meant} Add it to the options of a plan, or use one of those.',
    '{meant} plans의 options에 추가하거나 있는 것을 쓰십시오.',
  ],
  'unknown-criterion': [
    'error',
    'There is no criterion “{value}”.',
    '없는 기준(criteria): {value}',
    '{meant} Add it to the criteria of a plan, or use one of those.',
    '{meant} plans의 criteria에 추가하거나 있는 것을 쓰십시오.',
  ],
  'unknown-step': [
    'error',
    'There is no step “{value}”.',
    '없는 단계(steps): {value}',
    '{meant} Add it to the steps of the option, or use one of those.',
    '{meant} 대응방안의 steps에 추가하거나 있는 것을 쓰십시오.',
  ],
  'not-at-table': [
    'error',
    '“{value}” does not sit in the forum {forum}.',
    '협의체 {forum}의 구성원이 아님: {value}',
    '{meant} Steps are led from seats of the forum, and supported by its members; whom a step tells besides stands under tells.',
    '{meant} 단계는 협의체 소속 직책이 주관하고 구성원이 지원합니다. 그 밖에 알릴 상대는 tells에 적으십시오.',
  ],
  'steps-in-circle': [
    'error',
    'Steps wait for one another in a circle: {chain}.',
    '단계가 서로를 기다림: {chain}',
    'Take one of these relations out, or let a step begin at a time.',
    '이 선행 관계 가운데 하나를 없애거나 한 단계를 시각에 시작하게 하십시오.',
  ],
  'steps-impossible': [
    'error',
    'No times keep all that these steps say: {chain}.',
    '동시에 지킬 수 없는 단계 시간: {chain}',
    'Let a step begin earlier, last less, or end later.',
    '단계의 시작을 앞당기거나, 소요 시간을 줄이거나, 완료 기한을 늦추십시오.',
  ],
  'step-unready': [
    'warning',
    'The step “{id}” cannot be agreed so: {why}.',
    '이대로는 합의할 수 없는 단계 {id}: {why}',
    'Say it here, or leave it to the players on purpose.',
    '여기에서 정하거나, 의도한 것이라면 참가자에게 맡겨 두십시오.',
  ],
} as const satisfies Record<string, Entry>;
