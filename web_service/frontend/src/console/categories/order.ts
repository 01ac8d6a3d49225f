/** The order of categories: children stand below their parents, and move among their siblings. */

export interface Placed {
  id: string
  parent_id?: string | null
}

export interface Row<T> {
  category: T
  depth: number
  first: boolean
  last: boolean
}

/** As a list to be shown; a category whose parent is not there stands at the top. */
export function nested<T extends Placed>(all: readonly T[]): Row<T>[] {
  const known = new Set(all.map((category) => category.id))
  const below = (parent: string | null) => all.filter((one) => (one.parent_id && known.has(one.parent_id) ? one.parent_id : null) === parent)
  const rows = (parent: string | null, depth: number): Row<T>[] => {
    const siblings = below(parent)
    return siblings.flatMap((category, at) => [
      { category, depth, first: at === 0, last: at === siblings.length - 1 },
      ...rows(category.id, depth + 1),
    ])
  }
  return rows(null, 0)
}

/** The ids in the order after a category changed places with its neighbour; null when there is none. */
export function moved<T extends Placed>(all: readonly T[], category: Placed, by: 1 | -1): string[] | null {
  const ids = nested(all).map((row) => row.category.id)
  const siblings = nested(all).filter((row) => (row.category.parent_id ?? null) === (category.parent_id ?? null))
  const neighbour = siblings[siblings.findIndex((row) => row.category.id === category.id) + by]?.category.id
  if (!neighbour) return null
  const here = ids.indexOf(category.id)
  const there = ids.indexOf(neighbour)
  ids[here] = neighbour
  ids[there] = category.id
  return ids
}
