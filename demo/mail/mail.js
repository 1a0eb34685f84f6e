/** Shows what has come since, without taking the page away from whoever reads it. */
const shown = document.body.dataset.count

setInterval(async () => {
  if (document.hidden) return
  const answer = await fetch('count').catch(() => undefined)
  if (answer?.ok && (await answer.text()) !== shown) location.reload()
}, 2000)
