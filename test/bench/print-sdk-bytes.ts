import { measureAllBytes } from './sdk-bytes.ts'
import { head, row } from './table.ts'

/** What a page downloads to start an SDK, identify somebody and track something. */
export async function printSdkBytes(): Promise<void> {
  head('SDK, identify and track', 'first (gz)', 'all (gz)', 'all (br)', 'all, raw', '× ours')
  const [ours, ...others] = await measureAllBytes()
  for (const { name, first, all } of [ours!, ...others]) {
    const times = (all.gzip / ours!.all.gzip).toFixed(1)
    row(name, first.gzip, all.gzip, all.brotli, all.raw, times)
  }
}
