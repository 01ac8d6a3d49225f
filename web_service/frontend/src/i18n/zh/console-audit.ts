export default {
  audit: {
    when: '时间',
    who: '操作者',
    what: '操作',
    about: '对象',
    service: '服务',
    detail: '详情',
    from: '来源地址',
    days: '日期',
    action: '操作名，如 order.shipped',
    actor: '操作者编号',
    subject: '对象编号',
    itself: '系统自动',
  },
}
