"""What leaves the program for other programs and for paper: handouts, results, statements, sheets."""
