import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long, longest first: what comes last is to be short, so that no worker waits for another at the end. */
const LONG = [/\/durability\//, /\/journey\//, /\/demo\//, /\/browser\/|\.browser\./]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.findIndex(room => room.test(moduleId))
  return rank < 0 ? LONG.length : rank
}

/** Rooms of long tests first, whether they have run here before or not; files that share a worker stay together. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isAlone = ({ project }: TestSpecification) => Number(project.config.isolate)
    return sorted.sort((a, b) => isAlone(a) - isAlone(b) || rankOf(a) - rankOf(b))
  }
}
