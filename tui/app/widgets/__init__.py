"""What stands on the screen. List, reader and panel are line-API widgets on one base."""
