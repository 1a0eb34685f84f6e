import { describe, expect, it } from 'vitest'
import { groupCommit, type Transactor } from '../../../relay/src/store/sqlite/group-commit.ts'

type Command = Exclude<keyof Transactor, 'stands' | 'look'>

/** A database that writes down what it is told, and fails at what `broken` names. */
const fakeDatabase = () => {
  const said: string[] = []
  const broken = new Set<Command>()
  let stands = false
  let done: ReturnType<Transactor['look']> = 'nothing'
  const command = (name: Command) => () => {
    said.push(name)
    if (broken.has(name)) throw new Error(`${name} failed`)
    if (name === 'begin') stands = true
    if (name === 'commit' || name === 'rollback') stands = false
  }
  const transactor: Transactor = {
    begin: command('begin'),
    commit: command('commit'),
    rollback: command('rollback'),
    mark: command('mark'),
    keep: command('keep'),
    undo: command('undo'),
    look() {
      const last = done
      done = 'nothing'
      return last
    },
    stands: () => stands
  }
  return {
    ...{ said, broken, transactor },
    giveUp: () => (stands = false),
    does: (what: typeof done) => (done = what)
  }
}

const outcomes = async (promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map(end =>
    end.status === 'fulfilled' ? end.value : end.reason.message
  )

describe('group commit', () => {
  it('does works that arrive together one after the other, in one transaction', async () => {
    const { said, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const work = (name: string) => async () => {
      said.push(`${name} begins`)
      await Promise.resolve()
      said.push(`${name} ends`)
      return name
    }
    expect(await outcomes([transact(work('a')), transact(work('b'))])).toEqual(['a', 'b'])
    const works = ['a begins', 'a ends', 'b begins', 'b ends']
    expect(said).toEqual(['begin', ...works, 'commit'])
  })

  it('tells nobody before everything is on disk', async () => {
    const { said, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const told = [1, 2].map(n => transact(async () => n).then(() => said.push(`told ${n}`)))
    await Promise.all(told)
    expect(said.slice(-3)).toEqual(['commit', 'told 1', 'told 2'])
  })

  it('lets what arrives meanwhile share the next commit', async () => {
    const { said, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const later: Promise<string>[] = []
    const first = transact(async () => {
      later.push(
        transact(async () => 'b'),
        transact(async () => 'c')
      )
      return 'a'
    })
    expect(await first).toBe('a')
    expect(await outcomes(later)).toEqual(['b', 'c'])
    expect(said.filter(command => command === 'commit')).toHaveLength(2)
  })

  it('commits no more at once than its limit', async () => {
    const { said, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor, { max: 2 })
    const works = [1, 2, 3, 4, 5].map(n => transact(async () => n))
    expect(await outcomes(works)).toEqual([1, 2, 3, 4, 5])
    expect(said.filter(command => command === 'commit')).toHaveLength(3)
  })

  it('takes back a work that throws, and only that one', async () => {
    const { said, transactor, does } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const broken = async () => {
      does('written')
      throw new Error('no')
    }
    expect(await outcomes([transact(async () => 'a'), transact(broken)])).toEqual(['a', 'no'])
    const again = ['begin', 'mark', 'keep', 'mark', 'undo', 'commit']
    expect(said).toEqual(['begin', 'rollback', ...again])
  })

  it('marks a work that is alone, and does it once', async () => {
    const { said, transactor, does } = fakeDatabase()
    const work = async () => {
      does('written')
      throw new Error('no')
    }
    expect(await outcomes([groupCommit(transactor).transact(work)])).toEqual(['no'])
    expect(said).toEqual(['begin', 'mark', 'undo', 'commit'])
  })

  it('takes nothing back for a work that throws before it writes', async () => {
    const { said, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const works = [transact(async () => 'a'), transact(() => Promise.reject(new Error('no')))]
    expect(await outcomes(works)).toEqual(['a', 'no'])
    expect(said).toEqual(['begin', 'commit'])
  })

  it('does every work apart when a statement failed, even in one that did not mind', async () => {
    const { said, transactor, does } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const works = [transact(async () => does('failed')), transact(async () => 'b')]
    await outcomes(works)
    expect(said.slice(0, 4)).toEqual(['begin', 'rollback', 'begin', 'mark'])
  })
})

describe('group commit, when the disk fails', () => {
  const lost = 'The transaction could not be written; nothing of it was kept.'

  it('rejects everybody when the commit fails, and goes on afterwards', async () => {
    const { said, broken, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    broken.add('commit')
    const works = [transact(async () => 'a'), transact(async () => 'b')]
    expect(await outcomes(works)).toEqual([lost, lost])
    expect(said.slice(-2)).toEqual(['commit', 'rollback'])
    broken.clear()
    expect(await transact(async () => 'c')).toBe('c')
  })

  it('does not stop for good when it cannot even roll back', async () => {
    const { broken, transactor } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    broken.add('commit').add('rollback')
    expect(await outcomes([transact(async () => 'a')])).toEqual([lost])
    broken.clear()
    expect(await transact(async () => 'b')).toBe('b')
  })

  it('says why', async () => {
    const { broken, transactor } = fakeDatabase()
    broken.add('commit')
    const writing = groupCommit(transactor).transact(async () => 'a')
    await expect(writing).rejects.toMatchObject({ cause: { message: 'commit failed' } })
  })

  it('does no work when it cannot begin', async () => {
    const { said, broken, transactor } = fakeDatabase()
    broken.add('begin')
    expect(await outcomes([groupCommit(transactor).transact(async () => 'a')])).toEqual([lost])
    expect(said).toEqual(['begin'])
  })

  it('rejects everybody when the database rolled back by itself', async () => {
    const { said, transactor, giveUp } = fakeDatabase()
    const { transact } = groupCommit(transactor)
    const works = [
      transact(async () => 'a'),
      transact(async () => {
        giveUp()
        throw new Error('disk full')
      }),
      transact(async () => 'c')
    ]
    expect(await outcomes(works)).toEqual([lost, lost, lost])
    expect(said).toEqual(['begin'])
  })

  it('is drained when nothing waits', async () => {
    const { transactor } = fakeDatabase()
    const { transact, drained } = groupCommit(transactor)
    await drained()
    let done = false
    void transact(async () => 'a').then(() => (done = true))
    await drained()
    expect(done).toBe(true)
  })
})
