/** What arrives is cut anywhere: in the middle of a character, of a line, of an event. */
import { describe, expect, it } from 'vitest'
import { eventsIn, type ServerEvent } from './sse'

const bytes = new TextEncoder().encode(
  'id: 1-1\nevent: message.delta\ndata: {"text":"静音"}\n\n: keep-alive\n\nid: 1-2\nevent: done\ndata: {"a":1,\ndata: "b":2}\n\nid: 1-3\nevent: lo',
)

async function read(size: number): Promise<ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
      controller.close()
    },
  })
  const events = []
  for await (const event of eventsIn(body)) events.push(event)
  return events
}

describe('server-sent events', () => {
  it.each([1, 2, 7, 1000])('are the same in pieces of %i bytes', async (size) => {
    expect(await read(size)).toEqual([
      { id: '1-1', event: 'message.delta', data: '{"text":"静音"}' },
      { id: '1-2', event: 'done', data: '{"a":1,\n"b":2}' },
    ])
  })
})
