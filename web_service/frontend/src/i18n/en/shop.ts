export default {
  nav: {
    categories: 'Categories',
    all: 'All products',
    account: 'Account',
    signIn: 'Sign in',
    signOut: 'Sign out',
    orders: 'Orders',
    cart: 'Cart',
    cartCount: 'Cart, {count} item | Cart, {count} items',
    assistant: 'Ask the assistant',
    console: 'Console',
    searchHint: 'Search for products',
  },
  home: {
    title: 'Good equipment for a good day’s work',
    lead: 'Monitors, keyboards and the things around them. Ask, compare, and have it tomorrow.',
    browse: 'Browse everything',
    categories: 'Find your way',
    newest: 'New in the shop',
  },
  product: {
    from: 'from {price}',
    availability: { in_stock: 'In stock', few_left: 'Only a few left', out_of_stock: 'Sold out' },
    noImage: 'No picture',
    rating: '{average} of 5 stars, {count} review | {average} of 5 stars, {count} reviews',
  },
  footer: { about: 'A shop with AI agents on its staff.', policies: 'Policies', api: 'For developers' },
}
