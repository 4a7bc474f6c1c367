"""The screens. There is one: everything happens around the page."""
