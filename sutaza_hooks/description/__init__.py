"""What definitions are called and said to do: pure, text to words."""
