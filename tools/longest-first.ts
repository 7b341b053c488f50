import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Browser tests, then generated ones, then the rest: what takes long begins first, so that no worker is left alone with it at
 * the end. Within each the usual order holds: what failed, what took longest, what is largest.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ project, moduleId }: TestSpecification): number {
  if (project.name === 'e2e') return 0;
  return moduleId.includes('.property.test.') ? 1 : 2;
}
