import { describe, expect, it } from 'vitest'
import type { AgentContent, AgentDetail } from '@/api/agents'
import { draftOf, updateOf } from './draft'

const content: AgentContent = {
  name: { en: 'Gifts' },
  description: {},
  audience: 'shoppers',
  variables: [{ name: 'budget', default: { en: 'any' } }],
  instructions: { en: 'For {{budget}}.' },
  model: null,
  temperature: 0.2,
  max_tokens: null,
  tools: ['search_products'],
  limits: { steps: 4, tool_calls: null, tokens: null, seconds: null, cost: null },
  guardrails: { blocked: [{ phrases: ['no'], answer: { en: 'No.' } }], mask: ['email'], longest_input: null },
}

describe('the draft of an agent', () => {
  it('goes back as it came', () => {
    const { revision, ...given } = updateOf(draftOf(content), { revision: 7 } as AgentDetail)
    expect(revision).toBe(7)
    expect(given).toEqual(content)
  })

  it('says nothing where nothing was said', () => {
    const draft = { ...draftOf(content), model: ' m1 ', fallbacks: ['m2'], temperature: '', longestInput: '90' }
    const update = updateOf(draft, { revision: 1 } as AgentDetail)
    expect([update.model, update.temperature, update.guardrails?.longest_input]).toEqual([{ name: 'm1', fallbacks: ['m2'] }, null, 90])
  })
})
