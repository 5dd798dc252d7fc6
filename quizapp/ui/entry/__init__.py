"""Where the room's answers are entered: hands, teams, buzzing, sheets of paper."""
