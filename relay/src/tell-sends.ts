import type { ErrandNotice, OutboxNotice } from './outbox/index.ts'
import type { Log } from './telemetry/log.ts'
import type { Metrics } from './telemetry/metrics.ts'

/** What the outbox tells, for whoever watches over the relay. */
export const tellOf =
  (log: Log, metrics: Metrics) =>
  (notice: OutboxNotice): void => {
    switch (notice.type) {
      case 'sent': {
        const { account, outcome, ms, reason } = notice
        metrics.countSend(account, outcome)
        log.debug('sent', { account, outcome, ms, code: reason?.code })
        return
      }
      case 'paused': {
        const { account, reason, pauseMs } = notice
        log.warn('an account is broken and needs you', { account, code: reason.code, pauseMs })
        return
      }
      case 'interrupted':
        log.warn('a relay stopped while sending', {
          account: notice.account,
          delivery: notice.delivery
        })
        return
      case 'error':
        log.error('the outbox stumbled', notice.error)
    }
  }

/** What errands tell. */
export const tellErrands =
  (log: Log, metrics: Metrics) =>
  (notice: ErrandNotice): void => {
    if (notice.type === 'error') {
      log.error('an errand stumbled', notice.error)
      return
    }
    const { kind, outcome, ms } = notice
    metrics.countSend(kind, outcome.kind)
    if (outcome.kind === 'accepted' || outcome.kind === 'over') {
      log.debug('done', { kind, outcome: outcome.kind, ms })
      return
    }
    const { code } = outcome.reason
    const needsYou = outcome.kind === 'refused' && outcome.why === 'account'
    if (needsYou) log.warn('what sends this is broken and needs you', { kind, code })
    else log.info('not done', { kind, outcome: outcome.kind, code, ms })
  }
