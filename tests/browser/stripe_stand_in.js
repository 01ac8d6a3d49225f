// What of Stripe.js the checkout uses, as its reference describes it (docs.stripe.com/js).
window.Stripe = (key) => {
  const api = async (path, form) => (await fetch(`https://api.stripe.com/v1/${path}`, form && {
    method: 'POST', body: new URLSearchParams({ key, ...form }),
  })).json()
  const told = (frame, question) => new Promise((resolve) => {
    addEventListener('message', function hear({ source, data }) {
      if (source !== frame.contentWindow) return
      removeEventListener('message', hear)
      resolve(data)
    })
    if (question) frame.contentWindow.postMessage(question, '*')
  })
  const framed = (address, title, place) => {
    const frame = document.createElement('iframe')
    Object.assign(frame, { src: address, title })
    Object.assign(frame.style, { width: '100%', height: '6rem', border: '0' })
    place.append(frame)
    return frame
  }
  return {
    elements(options) {
      if (options.mode !== 'payment' || options.captureMethod !== 'manual') throw new Error('not as the intent is')
      let card = null
      return {
        options,
        update: (changes) => Object.assign(options, changes),
        create(kind) {
          const handlers = {}
          return {
            on: (event, handler) => { handlers[event] = handler },
            mount(place) {
              card = framed('https://js.stripe.com/v3/elements-inner.html', 'Secure card payment input frame', place)
              card.onload = () => handlers.ready?.()
            },
            destroy: () => card?.remove(),
          }
        },
        async submit() {
          this.number = await told(card, 'number')
          return this.number ? {} : { error: { message: 'Your card number is incomplete.' } }
        },
      }
    },
    async confirmPayment({ elements, clientSecret, confirmParams, redirect }) {
      if (!elements.number || redirect !== 'if_required') throw new Error('elements.submit() comes first')
      const { amount, currency } = elements.options
      const id = clientSecret.split('_secret')[0]
      const form = { number: elements.number, amount, currency, client_secret: clientSecret }
      const first = await api(`payment_intents/${id}/confirm`, form)
      if (first.error) return { error: first.error }
      if (first.status === 'requires_action' && elements.number === '4000000000003220') {
        location.assign(`https://hooks.stripe.com/redirect?intent=${id}&secret=${clientSecret}&to=${confirmParams.return_url}`)
        return new Promise(() => {})
      }
      if (first.status === 'requires_action') {
        const bank = framed(`https://hooks.stripe.com/3d_secure?intent=${id}`, 'The bank asks', document.body)
        Object.assign(bank.style, { position: 'fixed', inset: '0', height: '100%', background: '#fff', zIndex: '2147483647' })
        await told(bank)
        bank.remove()
      }
      const now = await api(`payment_intents/${id}?client_secret=${clientSecret}`)
      const wrong = now.last_payment_error
      return wrong ? { error: { ...wrong, payment_intent: now } } : { paymentIntent: now }
    },
  }
}
