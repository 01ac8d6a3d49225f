/** How the states of a gift card look. */

import type { GiftCard } from '@/api/gift-cards'

export const TONES: Record<GiftCard['status'], 'good' | 'warn' | 'quiet'> = { active: 'good', expired: 'warn', deactivated: 'quiet' }
