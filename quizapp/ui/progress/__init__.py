"""How somebody gets on: plots and tables of the answers that are kept."""
