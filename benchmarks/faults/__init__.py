"""What becomes of the answers when the program is killed, the disk fails or the file is damaged."""
