"""What the shop owes for a cancelled or refunded order: money back, goods back on the shelf."""
