export default {
  policies: {
    title: '店铺政策',
    lead: '关于配送、退换货、付款与个人信息，我们是这样做的。',
    all: '全部政策',
    missing: '本店没有这项政策',
  },
}
