export default {
  invoices: {
    find: '编号或订单号',
    kind: '种类',
    days: '开具日期',
    number: '编号',
    issued: '日期',
    order: '订单',
    buyer: '购买方',
    tax: '税额',
    total: '总计',
  },
}
