/** Server-sent events read from an answer, since `EventSource` can neither send a token nor a question. */

export interface ServerEvent {
  id: string
  event: string
  data: string
}

/** The events of a stream as they come; one that was cut off in its middle is not among them. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let waiting = ''
  let ended = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      ended = done
      if (done) return
      const blocks = (waiting + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n').split('\n\n')
      waiting = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = eventOf(block)
        if (event) yield event
      }
    }
  } finally {
    if (!ended) void reader.cancel().catch(() => undefined)
  }
}

/** Null for a block without data: the comments that keep a quiet connection open. */
function eventOf(block: string): ServerEvent | null {
  const event: ServerEvent = { id: '', event: 'message', data: '' }
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
    if (name === 'data') data.push(value ?? '')
    else if (name === 'id' || name === 'event') event[name] = value ?? ''
  }
  return data.length ? { ...event, data: data.join('\n') } : null
}
