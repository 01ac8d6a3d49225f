"""What a shopper is shown of a turn: its events, the cards of results, proposals, and all of it again later."""
