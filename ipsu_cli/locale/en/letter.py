"""The letter to the agency about a self-invoice."""

TEXT: dict[str, str] = {
    "title": "Question about a self-invoice",
    "opening": "We have compared the self-invoice with our basis, and ask you to correct or explain what differs.",
    "earlier": "We have written about the same basis before: {days}. What is not answered stands here again.",
    "closing": "Cases stand by their references. No names or personal numbers stand in the letter.",
    "twice": "Billed twice",
    "twice.ask": "The same hours stand on more than one self-invoice. Which is right, and when does the credit come?",
    "hours": "Other hours",
    "hours.ask": "The hours are not those that we have delivered. What do yours rest on?",
    "price": "Another price",
    "price.ask": "The price is not that of the agreement. Which price have you used, and from which day?",
    "missing": "Delivered but not billed",
    "missing.ask": "This is delivered and does not stand on the self-invoice. When does it come?",
    "never-delivered": "Billed but not delivered",
    "never-delivered.ask": "We have delivered nothing here. What are the lines about?",
    "other": "Another sum",
    "other.ask": "Hours and price agree but the sum does not. How is it calculated?",
    "not-compared": "Cannot be compared",
    "not-compared.ask": "The lines do not say which days or hours they are about. Please state them.",
    "question": (
        "Case {case}, {place} (self-invoice {numbers}): your hours {theirs_hours}, ours {ours_hours}; your price "
        "{theirs_unit_price_ore}, ours {ours_unit_price_ore}; your net {theirs_net_ore}, ours {ours_net_ore}. "
        "Joint plan: {plan}. Deliveries: {deliveries}."
    ),
    "plan": "version {version}, confirmed {confirmed}",
    "delivery": "no. {id}, {first} – {last}, {quantity}",
}
