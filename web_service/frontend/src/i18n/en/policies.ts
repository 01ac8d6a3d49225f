export default {
  policies: {
    title: 'Shop policies',
    lead: 'How we deliver, take things back, and look after your money and data.',
    all: 'All policies',
    missing: 'This shop has no such policy',
  },
}
