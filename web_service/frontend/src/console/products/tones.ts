/** How a product's status looks. */

import type { Status } from '@/api/staff-catalogue'

export const TONES: Record<Status, 'good' | 'warn' | 'quiet'> = { active: 'good', draft: 'warn', archived: 'quiet' }
