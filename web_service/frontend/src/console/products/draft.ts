/** A product while it is being edited. */

import { config } from '@/api/config'
import type { Product, ProductCreate, ProductUpdate, Status, VariantCreate } from '@/api/staff-catalogue'
import { fromMajor } from '@/i18n/format'
import { pricesOf, type TypedPrices } from '../shared/prices'
import { full, fullPairs, said, saidPairs, type NamedTexts, type Texts } from '../shared/texts'

/** As typed; number fields give numbers once something was typed. */
export interface FirstVariant {
  price: string | number
  prices: TypedPrices
  quantity: string | number
  sku: string
  weight: string | number
  taxClass: string
}

export interface ProductDraft {
  title: Texts
  description: Texts
  attributes: NamedTexts[]
  status: Status
  category: string
  vendor: string
  handle: string
  tags: string[]
  first: FirstVariant
}

export function draftOf(product: Product | null): ProductDraft {
  return {
    title: full(product?.title),
    description: full(product?.description),
    attributes: fullPairs(product?.attributes ?? []),
    status: product?.status ?? 'draft',
    category: product?.category?.id ?? '',
    vendor: product?.vendor ?? '',
    handle: product?.handle ?? '',
    tags: [...(product?.tags ?? [])],
    first: { price: '', prices: {}, quantity: 0, sku: '', weight: 0, taxClass: 'standard' },
  }
}

export function updateOf(draft: ProductDraft): ProductUpdate {
  return {
    title: said(draft.title),
    description: said(draft.description),
    attributes: saidPairs(draft.attributes),
    status: draft.status,
    category: draft.category || null,
    vendor: draft.vendor.trim(),
    handle: draft.handle.trim() || null,
    tags: draft.tags,
  }
}

export function creationOf(draft: ProductDraft): ProductCreate {
  return { ...updateOf(draft), variants: [firstOf(draft.first)] } as ProductCreate
}

function firstOf(first: FirstVariant): VariantCreate {
  return {
    price: { amount: fromMajor(Number(first.price), config.currency), currency: config.currency },
    prices: pricesOf(first.prices),
    quantity: Number(first.quantity),
    sku: first.sku.trim() || null,
    weight_grams: Number(first.weight || 0),
    tax_class: first.taxClass,
    title: {},
    options: [],
  }
}
