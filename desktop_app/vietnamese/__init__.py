"""What the program must know of the Vietnamese language: text, search form, order, numbers and dates."""
