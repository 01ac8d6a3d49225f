/** An agent's draft as the editor holds it, and as the service takes it. */

import type { AgentContent, AgentDetail, AgentUpdate } from '@/api/agents'
import { full, said, type Texts } from '../shared/texts'

export const MASKS = ['email', 'phone', 'card'] as const
export const LIMITS = ['steps', 'tool_calls', 'tokens', 'seconds', 'cost'] as const
export type Limit = (typeof LIMITS)[number]

export interface VariableDraft {
  name: string
  default: Texts
}

export interface RuleDraft {
  phrases: string[]
  answer: Texts
}

/** Empty texts stand for what is as the shop has it. */
export interface AgentDraft {
  name: Texts
  description: Texts
  audience: 'shoppers' | 'staff'
  instructions: Texts
  variables: VariableDraft[]
  model: string
  fallbacks: string[]
  temperature: string
  maxTokens: string
  tools: string[]
  limits: Record<Limit, string>
  blocked: RuleDraft[]
  mask: (typeof MASKS)[number][]
  longestInput: string
}

const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
const number = (value: string) => (String(value).trim() === '' ? null : Number(value))

export function draftOf(content: AgentContent): AgentDraft {
  const { limits, guardrails } = content
  return {
    name: full(content.name),
    description: full(content.description),
    audience: content.audience ?? 'shoppers',
    instructions: full(content.instructions),
    variables: (content.variables ?? []).map((one) => ({ name: one.name, default: full(one.default) })),
    model: content.model?.name ?? '',
    fallbacks: [...(content.model?.fallbacks ?? [])],
    temperature: text(content.temperature),
    maxTokens: text(content.max_tokens),
    tools: [...(content.tools ?? [])],
    limits: Object.fromEntries(LIMITS.map((limit) => [limit, text(limits?.[limit])])) as Record<Limit, string>,
    blocked: (guardrails?.blocked ?? []).map((rule) => ({ phrases: [...rule.phrases], answer: full(rule.answer) })),
    mask: [...(guardrails?.mask ?? [])],
    longestInput: text(guardrails?.longest_input),
  }
}

export function updateOf(draft: AgentDraft, agent: AgentDetail): AgentUpdate {
  const limits = Object.fromEntries(LIMITS.map((limit) => [limit, number(draft.limits[limit])]))
  return {
    revision: agent.revision,
    name: said(draft.name),
    description: said(draft.description),
    audience: draft.audience,
    variables: draft.variables.map((one) => ({ name: one.name.trim(), default: said(one.default) })),
    instructions: said(draft.instructions),
    model: draft.model.trim() ? { name: draft.model.trim(), fallbacks: draft.fallbacks } : null,
    temperature: number(draft.temperature),
    max_tokens: number(draft.maxTokens),
    tools: draft.tools,
    limits,
    guardrails: {
      blocked: draft.blocked.map((rule) => ({ phrases: rule.phrases, answer: said(rule.answer) })),
      mask: draft.mask,
      longest_input: number(draft.longestInput),
    },
  }
}
