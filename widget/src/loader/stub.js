window.segue ??= new Proxy(
  { q: [] },
  {
    get: (stub, name) =>
      stub[name] ??
      ((...args) => {
        const copy = arg => (typeof arg === 'object' ? JSON.parse(JSON.stringify(arg)) : arg)
        const call = {
          name,
          at: Date.now(),
          url: location.origin + location.pathname,
          title: document.title,
          undo() {
            call.name = ''
          }
        }
        try {
          call.args = args.map(copy)
          stub.q.push(call)
        } catch (error) {
          console.warn('[segue]', name, error)
        }
        return () => call.undo?.()
      })
  }
)
