"""The parts of the screen, each with its sheet of the same stem in ``styles``."""
