"""What the staff do for a customer: correct the profile, keep the address book, take the list along as CSV."""
