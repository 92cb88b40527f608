"""What the screens are drawn with. Nothing here looks for answers: it asks `bot`, and shows what comes."""
