"""Where orders go: the order's own copy of an address, which can be changed while it is pending."""
