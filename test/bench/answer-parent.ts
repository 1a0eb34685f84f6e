import { createInterface } from 'node:readline'

/** What a measured server can be asked, a line each. */
const answers = {
  /** Bytes, after a collection. */
  memory() {
    globalThis.gc?.()
    return process.memoryUsage().rss
  },
  /** Microseconds of processor time since the start. */
  cpu() {
    const { user, system } = process.cpuUsage()
    return user + system
  }
}

export type Question = keyof typeof answers

/** Tells whoever started this process its port, answers their questions, and ends with their end of the line. */
export function answerParent(port: number, end: () => void = () => {}): void {
  const say = (value: number) => console.info(JSON.stringify(value))
  say(port)
  const questions = createInterface({ input: process.stdin })
  questions.on('line', question => say(answers[question as Question]()))
  questions.on('close', () => {
    end()
    process.exit(0)
  })
}
