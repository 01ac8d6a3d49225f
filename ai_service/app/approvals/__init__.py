"""What shoppers have confirmed and staff have to approve before it is done."""
