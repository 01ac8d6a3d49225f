export default {
  audit: {
    when: 'When',
    who: 'Who',
    what: 'What',
    about: 'About',
    service: 'Service',
    detail: 'Details',
    from: 'From address',
    days: 'Days',
    action: 'Action, such as order.shipped',
    actor: 'Id of who did it',
    subject: 'Id of what it was about',
    itself: 'the shop itself',
  },
}
