export default {
  staffCategories: {
    add: '新建分类',
    edit: '编辑分类',
    name: '名称',
    slug: '网址标识',
    slugHint: '小写字母、数字和连字符，例如“desk-lamps”。',
    parent: '上级分类',
    none: '无上级分类',
    description: '描述',
    products: '{count} 件商品',
    up: '上移{name}',
    down: '下移{name}',
    saved: '分类已保存。',
    removed: '分类已删除。',
    sure: '确定删除此分类吗？',
  },
}
