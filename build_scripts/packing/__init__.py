"""What turns the source into a Windows program: names, freezing, pruning, icons, portable folder, installer."""
