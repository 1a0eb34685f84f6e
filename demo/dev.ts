import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

const start = (command: string, args: string[], cwd = '.'): ChildProcess =>
  spawn(command, args, { cwd: join(ROOT, cwd), stdio: 'inherit' })

const finished = (child: ChildProcess) =>
  new Promise<number>(resolve => child.on('exit', code => resolve(code ?? 1)))

// Everything once, so that there is something to serve; then again whatever changes.
const built = await finished(start('npm', ['run', '--silent', 'build']))
if (built !== 0) process.exit(built)

const watching = ['build', '--watch', '--logLevel', 'warn']
const children = [
  start('node', ['--watch-path=widget/src', '--watch-path=sdk/src', 'widget/build.ts']),
  start('npx', ['vite', ...watching, 'inbox'], 'relay'),
  start('npx', ['vite', ...watching, '--config', 'demo/phone/vite.config.ts']),
  start('npx', ['vite', ...watching, '--config', 'demo/gallery/vite.config.ts']),
  start('node', ['--watch', 'demo/main.ts'])
]
const stop = () => {
  for (const child of children) child.kill()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
