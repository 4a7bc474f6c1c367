"""What the reader does at the screen: each module one kind of work, done for the reading screen."""
