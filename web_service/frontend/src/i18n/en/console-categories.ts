export default {
  staffCategories: {
    add: 'New category',
    edit: 'Edit the category',
    name: 'Name',
    slug: 'Address',
    slugHint: 'Small letters, digits and hyphens, as in “desk-lamps”.',
    parent: 'Below',
    none: 'No other category',
    description: 'Description',
    products: 'no products | {count} product | {count} products',
    up: 'Move {name} up',
    down: 'Move {name} down',
    saved: 'The category is saved.',
    removed: 'The category is deleted.',
    sure: 'Delete this category?',
  },
}
