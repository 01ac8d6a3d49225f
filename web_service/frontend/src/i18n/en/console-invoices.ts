export default {
  invoices: {
    find: 'Number, or order number',
    kind: 'Kind',
    days: 'Issued',
    number: 'Number',
    issued: 'Date',
    order: 'Order',
    buyer: 'Billed to',
    tax: 'Tax',
    total: 'Total',
  },
}
