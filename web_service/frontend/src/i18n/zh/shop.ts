export default {
  nav: {
    categories: '分类',
    all: '全部商品',
    account: '账户',
    signIn: '登录',
    signOut: '退出登录',
    orders: '订单',
    cart: '购物车',
    cartCount: '购物车，{count} 件商品',
    assistant: '问问助手',
    console: '管理后台',
    searchHint: '搜索商品',
  },
  home: {
    title: '好装备，好好工作',
    lead: '显示器、键盘和桌面上的一切。随时提问、对比，明天就能用上。',
    browse: '浏览全部商品',
    categories: '按分类查找',
    newest: '新品上架',
  },
  product: {
    from: '{price} 起',
    availability: { in_stock: '有货', few_left: '仅剩少量', out_of_stock: '已售罄' },
    noImage: '暂无图片',
    rating: '{average} 分（满分 5 分），{count} 条评价',
  },
  footer: { about: '一家由 AI 员工协助经营的商店。', policies: '政策', api: '开发者' },
}
